"""The dashboard: pages over the tables of a run. Only `dashboard.data` calls the analysis; nothing here computes it."""
