"""Documents of every kind that is read, made by hand for the tests."""

import io
import zipfile
from email.message import EmailMessage

import docx
import openpyxl

SENTENCE = "The minister denied on Monday that any such plan existed and called the report a fabrication."
MORE = "He invited inspectors to come to the port and to look at the ships for themselves whenever they wished."
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Minister denies plan | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Ann Reporter">
<meta property="article:published_time" content="2022-10-24T10:00:00Z">
<link rel="canonical" href="https://www.harbourpost.co.uk/a/1"><script>steal(document.cookie)</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Minister denies plan</h1><p>{SENTENCE}</p>
<script>document.write("injected")</script><p onclick="steal()">{MORE}</p></article>
<footer>Copyright 2019</footer></body></html>""".encode()
ASIDE = "The harbour master said that the port would stay closed until the end of the week."
LEFT_OUT = PAGE.replace(b"<script>document.write", f'<aside class="share-box">{ASIDE}</aside><script>d.write'.encode())
"""PAGE with a paragraph that the reading of web pages takes for no part of the article."""
FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour Post</title><language>en-gb</language>
<item><title>Minister denies plan</title><link>https://www.harbourpost.co.uk/a/1</link>
<pubDate>Mon, 24 Oct 2022 10:00:00 GMT</pubDate><description>Teaser.</description>
<content:encoded><![CDATA[<p>{SENTENCE}</p><script>steal()</script><p>{MORE}</p>]]></content:encoded></item>
<item><title>Second</title><link>https://www.harbourpost.co.uk/a/2</link><description>{MORE}</description></item>
</channel></rss>""".encode()


def pdf(*lines: str, large: str = "") -> bytes:
    """A PDF of one page with these lines as text, under one in large type."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    heading = f"/F1 24 Tf 28 TL ({large}) Tj T* " if large else ""
    content = f"BT 40 700 Td {heading}/F1 12 Tf 14 TL {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Minister denies plan) /Author (Ann Reporter) >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def word(*paragraphs: str) -> bytes:
    """A Word document with these paragraphs and a table of one row."""
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Minister denies plan", "Ann Reporter"
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "ships", "14"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook(*rows: tuple[object, ...]) -> bytes:
    """An Excel workbook whose first sheet has these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def mail(text: str = "", html: str = "") -> bytes:
    """A mail message with these bodies."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Minister denies plan", "Ann Reporter <ann@harbourpost.example>"
    message["Date"] = "Mon, 24 Oct 2022 10:00:00 +0000"
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, subtype="html")
    return message.as_bytes()


def archive(members: dict[str, bytes]) -> bytes:
    """A zip with these members under exactly these names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return stream.getvalue()
