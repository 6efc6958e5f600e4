"""The analyst's desk: cases, articles brought in, and what is put right."""
