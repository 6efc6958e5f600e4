"""Cases: several events side by side, each with its articles, filters, corrections and results."""

from analysis.cases.bundle import export_case, import_case
from analysis.cases.computing import case_results, machine_results
from analysis.cases.location import cases_file
from analysis.cases.records import Brought, Case
from analysis.cases.store import CaseStore

__all__ = [
    "Brought", "Case", "CaseStore", "case_results", "cases_file", "export_case", "import_case", "machine_results"
]  # fmt: skip
