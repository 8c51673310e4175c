//! The parts of the package that are the same for every report, but for its language and title.

use quick_xml::escape::escape;

use crate::words::Language;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
/// The main namespace of `WordprocessingML`, ECMA-376 part 1.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Relations within a package, ECMA-376 part 2.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) fn content_types(has_foot: bool) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let foot = format!(r#"<Override PartName="/word/footer1.xml" ContentType="{word}.footer+xml"/>"#);
    let foot = if has_foot { foot.as_str() } else { "" };
    format!(
        r#"{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{word}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="{word}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="{word}.header+xml"/>{foot}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#
    )
}

pub(super) fn relations() -> String {
    format!(
        r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#
    )
}

pub(super) fn document_relations(has_foot: bool) -> String {
    let foot = format!(r#"<Relationship Id="rId4" Type="{R}/footer" Target="footer1.xml"/>"#);
    let foot = if has_foot { foot.as_str() } else { "" };
    format!(
        r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{R}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="{R}/header" Target="header1.xml"/>{foot}</Relationships>"#
    )
}

/// Title, author and language. No dates: they would be the clock's.
pub(super) fn properties(title: &str, language: Language) -> String {
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>svod</dc:creator><dc:language>{}</dc:language></cp:coreProperties>"#,
        escape(title),
        tag(language)
    )
}

/// The styles of a document of svod's own: Times New Roman, as in official papers.
pub(super) fn styles(language: Language) -> String {
    let tag = tag(language);
    let own: String = own_styles(language).into_iter().map(|(_, style)| style).collect();
    format!(
        r#"{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>{own}</w:styles>"#
    )
}

/// svod's own styles by their ids. They say everything themselves, so that they look the same in a letterhead whose usual
/// text is another.
pub(super) fn own_styles(language: Language) -> Vec<(&'static str, String)> {
    let tag = tag(language);
    let base = format!(
        r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="SvodBase"><w:name w:val="Svod Base"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:b w:val="0"/><w:i w:val="0"/><w:color w:val="auto"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{tag}"/></w:rPr></w:style>"#
    );
    let mut styles = vec![("SvodBase", base)];
    styles.extend(report_styles());
    styles.extend(brief_styles());
    styles
}

fn style(id: &'static str, name: &str, paragraph: &str, run: &str) -> (&'static str, String) {
    let style = format!(
        r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="SvodBase"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"#
    );
    (id, style)
}

fn size(half_points: u32) -> String {
    format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
}

/// Title, remark, header of the table, section, cell, closing, signature.
fn report_styles() -> Vec<(&'static str, String)> {
    let large = size(28);
    let bold = format!("<w:b/>{large}");
    let centred = r#"<w:jc w:val="center"/>"#;
    let keep = "<w:keepNext/>";
    let section =
        r#"<w:keepNext/><w:spacing w:before="60" w:after="60"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>"#;
    let closing = r#"<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="0"/><w:ind w:firstLine="709"/><w:jc w:val="both"/>"#;
    let remark = r#"<w:keepNext/><w:spacing w:before="120" w:after="0"/><w:jc w:val="center"/>"#;
    let least = r#"<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>"#;
    vec![
        style("SvodTitle", "Svod Title", r#"<w:keepNext/><w:jc w:val="center"/>"#, &bold),
        style("SvodRemark", "Svod Remark", remark, "<w:i/>"),
        style("SvodHead", "Svod Table Head", r#"<w:keepNext/><w:jc w:val="center"/>"#, ""),
        style("SvodSection", "Svod Section", section, "<w:b/>"),
        style("SvodCell", "Svod Cell", "", ""),
        style("SvodCellKept", "Svod Cell Kept", keep, ""),
        style("SvodNumber", "Svod Number", centred, ""),
        style("SvodNumberKept", "Svod Number Kept", r#"<w:keepNext/><w:jc w:val="center"/>"#, ""),
        style("SvodClosing", "Svod Closing", closing, &large),
        style("SvodBeforeSignature", "Svod Before Signature", keep, ""),
        style("SvodSignature", "Svod Signature", keep, &large),
        style("SvodCaption", "Svod Caption", centred, &size(20)),
        style("SvodEnd", "Svod End", least, &size(2)),
        style("SvodPage", "Svod Page", centred, ""),
        style("SvodFoot", "Svod Foot", "", &size(18)),
    ]
}

/// The styles of the summary on one page: smaller letters, headings in the colour of the charts.
fn brief_styles() -> Vec<(&'static str, String)> {
    let small = size(17);
    let figure = size(19);
    vec![
        style(
            "SvodBriefTitle",
            "Svod Brief Title",
            r#"<w:keepNext/><w:jc w:val="center"/>"#,
            &format!("<w:b/>{}", size(25)),
        ),
        style(
            "SvodOpening",
            "Svod Opening",
            r#"<w:spacing w:before="120" w:after="0"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>"#,
            &size(22),
        ),
        style(
            "SvodBlock",
            "Svod Block",
            r#"<w:keepNext/><w:spacing w:before="100" w:after="40"/><w:outlineLvl w:val="0"/>"#,
            &format!(r#"<w:b/><w:color w:val="1F3A5F"/>{}"#, size(19)),
        ),
        style("SvodFigure", "Svod Figure", "", &figure),
        style("SvodFigureOwn", "Svod Figure Own", r#"<w:jc w:val="center"/>"#, &format!("<w:b/>{figure}")),
        style("SvodFigureBeside", "Svod Figure Beside", r#"<w:jc w:val="center"/>"#, &figure),
        style("SvodBar", "Svod Bar", r#"<w:spacing w:before="20" w:after="20"/>"#, &small),
        style("SvodValue", "Svod Value", r#"<w:spacing w:before="20" w:after="20"/><w:jc w:val="right"/>"#, &small),
        style(
            "SvodItem",
            "Svod Item",
            r#"<w:spacing w:before="10" w:after="10"/><w:ind w:left="142" w:hanging="142"/>"#,
            &small,
        ),
    ]
}

pub(super) fn settings() -> String {
    format!(
        r#"{HEAD}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
    )
}

/// The number of the page, in the middle of the upper margin: GOST R 7.0.97-2016.
pub(super) fn header() -> String {
    format!(
        r#"{HEAD}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="SvodPage"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"#
    )
}

fn tag(language: Language) -> &'static str {
    match language {
        Language::Ru => "ru-RU",
        Language::En => "en-GB",
    }
}

/// What stands at the foot of every page.
pub(super) fn footer(text: &str) -> String {
    format!(
        r#"{HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="SvodFoot"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p></w:ftr>"#,
        escape(text)
    )
}
