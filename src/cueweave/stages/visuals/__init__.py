"""Pictures from the video: its slides, and which paragraph shows which."""

from cueweave.stages.visuals.assign import assign_images
from cueweave.stages.visuals.pictures import is_drawn_picture
from cueweave.stages.visuals.scenes import scenes
from cueweave.stages.visuals.slides import find_slides

__all__ = ["assign_images", "find_slides", "is_drawn_picture", "scenes"]
