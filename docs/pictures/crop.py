"""Pages of the demonstration's documents -> the pictures of the guides: the right page, its part, without margins.

Called by `make`. Pages are found by the words that they begin with, so that a longer workbook does no harm.
"""

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops

# Picture: document, first words of its pages, the part of the page (left, top, right, bottom) that is shown.
PICTURES = {
    "template-title": ("template", ["Мероприятия в международной сфере"], (0, 0, 1, 0.9)),
    "template-events": ("filled", ["Мероприятия: "], (0, 0, 0.593, 0.9)),
    "workbook-about": ("workbook", ["Свод за"], (0, 0, 1, 0.93)),
    "workbook-report": ("workbook", ["Отчет о мероприятиях"], (0, 0, 1, 0.93)),
    "workbook-summary": ("workbook", ["Сводка", "Мероприятия по месяцу начала"], (0, 0, 1, 0.93)),
    "workbook-questions": ("questions", ["Вопросы за"], (0, 0, 1, 0.93)),
    "report-document": ("report", ["Отчет о мероприятиях"], (0, 0, 1, 0.93)),
    "report-pdf": ("printed", ["3\n"], (0, 0, 1, 1)),
    "brief-pdf": ("summary", ["Справка"], (0, 0, 1, 0.9)),
}
WIDTH = 1200
COLOURS = 48
MARGIN = 12


def page_beginning(pdf: Path, words: str) -> int:
    """The number of the first page whose text begins with the words."""
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    for number, text in enumerate(pages.split("\f"), 1):
        if text.strip().startswith(words):
            return number
    raise SystemExit(f"{pdf.name}: no page begins with «{words}»")


def page(folder: Path, document: str, words: str, part: tuple) -> Image.Image:
    """The part of the page that is shown, without the white around it."""
    number = str(page_beginning(folder / f"{document}.pdf", words))
    picture = folder / "page"
    command = ["pdftoppm", "-r", "160", "-png", "-singlefile", "-f", number, folder / f"{document}.pdf", picture]
    subprocess.run(command, check=True)
    image = Image.open(picture.with_suffix(".png")).convert("RGB")
    image = image.crop(tuple(int(share * side) for share, side in zip(part, image.size * 2)))
    return image.crop(ImageChops.invert(image.convert("L")).point(lambda shade: 255 * (shade > 8)).getbbox())


def stacked(images: list) -> Image.Image:
    """The images under one another, on white."""
    width = max(image.width for image in images) + 2 * MARGIN
    height = sum(image.height + 2 * MARGIN for image in images)
    whole, top = Image.new("RGB", (width, height), "white"), MARGIN
    for image in images:
        whole.paste(image, (MARGIN, top))
        top += image.height + 2 * MARGIN
    return whole


def saved(image: Image.Image, picture: Path) -> None:
    """The image in the width of the guides, as small as it gets."""
    image = image.resize((WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.LANCZOS)
    image.quantize(COLOURS).save(picture, optimize=True)


def main(folder: Path, pictures: Path) -> None:
    for name, (document, beginnings, part) in PICTURES.items():
        saved(stacked([page(folder, document, words, part) for words in beginnings]), pictures / f"{name}.png")
    # The web page is not paper: the browser has made its picture.
    saved(Image.open(folder / "web.png").convert("RGB"), pictures / "report-page.png")
    telephone = Image.open(folder / "telephone.png").convert("RGB")
    telephone.quantize(COLOURS).save(pictures / "report-telephone.png", optimize=True)


main(Path(sys.argv[1]), Path(sys.argv[2]))
