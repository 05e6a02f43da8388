"""What comes in: files and the clipboard, as articles in Markdown with notes for the desk."""

from deskeditor.intake.clipboard import paste
from deskeditor.intake.errors import Refused
from deskeditor.intake.reading import read
from deskeditor.intake.records import Intake, MediaIn

__all__ = ["Intake", "MediaIn", "Refused", "paste", "read"]
