"""How much of a file is read before it is taken for an attack or an accident. Our own choice, not a rule of the law."""

FILE_BYTES = 20 << 20  # one uploaded report
SCAN_BYTES = 200 << 20  # one that may be a scan: some hundred pages of pictures

ZIP_ENTRIES = 2_000
ZIP_TOTAL_BYTES = 200 << 20  # all parts together, counted while inflating
ZIP_PART_BYTES = 50 << 20  # one XML part
ZIP_RATIO = 100  # inflated : stored …
ZIP_RATIO_FROM = 1 << 20  # … looked at only in parts larger than this

PARAGRAPHS = 50_000
TABLES = 500
CELLS = 200_000  # positions of all grids together
COLUMNS = 64  # of one table; Word itself stops at 63
NESTING = 20  # tables inside tables
DATA_PARTS = 20  # parts of custom data that are looked into
BOUND = 100_000  # figures of one data part
LABEL = 100  # characters of one automatic number

PAGES = 500  # of a file of pages
PAGES_TEXT = 500_000  # characters of all pages together
PAGES_SECONDS = 20.0  # after that no further page is begun

TEXT_CHARACTERS = 2_000_000  # of a text file; a long report has 100,000
TEXT_LINES = 50_000
TEXT_LINE = 100_000  # characters of one line: some programs write a whole report as one

SHEETS = 50  # of a workbook
SHEET_CELLS = 500_000  # of a workbook; the same for the positions of all its tables
SHEET_ROWS = 100_000
SHEET_COLUMNS = 512
SHEET_MERGES = 20_000  # merged areas of a workbook
SHEET_TEXT = 20_000_000  # characters of a workbook
CELL_TEXT = 32_767  # characters of a cell; Excel itself holds no more

PIXELS = 50_000_000  # of one picture
