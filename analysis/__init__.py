"""Who is in the story, how each country responded, and where the sources agree: the analysis layer's public names."""

from analysis.comparison import Comparison, compare_passages
from analysis.errors import AnalysisError
from analysis.pipeline import analyse
from analysis.readers import read_corpus
from analysis.results import Results
from analysis.settings import Settings

__all__ = ["AnalysisError", "Comparison", "Results", "Settings", "analyse", "compare_passages", "read_corpus"]
