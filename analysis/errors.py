"""Every error that Readout raises on purpose; anything else that escapes is a defect."""


class AnalysisError(Exception):
    """The base of all deliberate errors: one sentence that names the value and what would be accepted."""


class InputError(AnalysisError):
    """The input as a whole cannot be read: a missing folder, a broken .jsonl line, an empty corpus."""


class ArticleError(AnalysisError):
    """One article cannot be read; the run records it in PROBLEMS and goes on with the others."""


class ModelError(AnalysisError):
    """The language pipeline is missing, or its files are not those that were recorded."""


class CodebookError(AnalysisError):
    """The codebook or the gazetteer breaks its own rules."""


class SettingsError(AnalysisError):
    """A setting is unknown or outside the range that it accepts."""


class TableError(AnalysisError):
    """A stage produced rows that do not fit the table it declares."""


class ExportError(AnalysisError):
    """A brief cannot be made or written in the format that was asked for."""


class CaseError(AnalysisError):
    """A case, or the file that keeps the cases, cannot be opened, changed or imported."""


class CorrectionError(AnalysisError):
    """A correction is of no known kind, or lacks what its kind needs."""
