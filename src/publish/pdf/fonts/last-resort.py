"""Makes LastResort.ttf: an empty box for every character there is.

With it a PDF keeps the text of characters that its other fonts do not draw: a reader sees a box, a search finds the
letter. There are many boxes, all alike: in a PDF a glyph stands for one character, so that two characters of a text should
not share one. Needs fontTools (`pip install fonttools`); run it in this folder.
"""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

EM, HEIGHT, WIDTH, LINE = 1000, 700, 600, 40
# Characters as far apart as this share a box.
BOXES = 4096


def box(pen, inset):
    left, right, top = 60 + inset, WIDTH - 60 - inset, HEIGHT - inset
    corners = [(left, inset), (left, top), (right, top), (right, inset)]
    # The inner outline runs the other way round: it is a hole.
    corners = corners if inset == 0 else corners[::-1]
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def drawn():
    pen = TTGlyphPen(None)
    box(pen, 0)
    box(pen, LINE)
    return pen.glyph()


def again():
    pen = TTGlyphPen({".notdef": None})
    pen.addComponent(".notdef", (1, 0, 0, 1, 0, 0))
    return pen.glyph()


boxes = [f"box{number}" for number in range(BOXES)]
font = FontBuilder(EM, isTTF=True)
font.setupGlyphOrder([".notdef", *boxes])
font.setupCharacterMap({})
font.setupGlyf({".notdef": drawn(), **{name: again() for name in boxes}})
font.setupHorizontalMetrics({name: (WIDTH, 60) for name in [".notdef", *boxes]})
font.setupHorizontalHeader(ascent=900, descent=-250)
font.setupOS2(sTypoAscender=900, sTypoDescender=-250, usWinAscent=900, usWinDescent=250, fsType=0)
font.setupNameTable({
    "familyName": "Svod Last Resort",
    "styleName": "Regular",
    "psName": "SvodLastResort",
    "fullName": "Svod Last Resort",
    "version": "Version 1.0",
})
font.setupPost(keepGlyphNames=False)

# Surrogates and what is no character have no box.
ranges = [(0x20, 0xD7FF), (0xE000, 0xFDCF), (0xFDF0, 0xFEFE), (0xFF00, 0xFFFD), (0x10000, 0x1FFFD)]
ranges += [(plane << 16, (plane << 16) + 0xFFFD) for plane in range(2, 17)]
table = CmapSubtable.newSubtable(12)
table.platformID, table.platEncID, table.language, table.format, table.reserved, table.length = 3, 10, 0, 12, 0, 0
table.cmap = {code: boxes[code % BOXES] for first, last in ranges for code in range(first, last + 1)}
font.font["cmap"].tables = [table]
# No day of making: the same file every time.
font.font["head"].created = font.font["head"].modified = 0
font.font.recalcTimestamp = False
font.save("LastResort.ttf")
