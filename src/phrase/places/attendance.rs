//! A folded text and what was found in it in, how the event is held out: on the spot, online, both.

use super::Attendance;

/// `placed`: a town is named; `land`: a region is; `url`: an address on the web stands there.
pub(super) fn attendance(folded: &str, placed: bool, land: bool, url: bool) -> Attendance {
    const ONLINE: &[&str] = &[
        "онлайн",
        "видеоконференц",
        "видеосвяз",
        "вкс",
        "дистанционн",
        "удаленн",
        "вебинар",
        "zoom",
        "телемост",
        "сети интернет",
        "сеть интернет",
        "виртуальн",
        "online",
        "virtual",
        "webinar",
        "videoconference",
        "video conference",
        "teams",
        "skype",
        "jazz",
        "заочн",
        "видео-конференц",
        "видеомост",
        "сферум",
        "trueconf",
        "webex",
        "discord",
    ];
    const ON_SITE: &[&str] =
        &["очно", "очный", "очном", "очная", "офлайн", "оффлайн", "in person", "onsite", "on site", "offline"];
    const BOTH: &[&str] = &["смешанн", "гибридн", "hybrid", "очно-заочн", "очно-дистанц", "mixed format"];
    // A town, and a broadcast beside it.
    const ADDED: &[&str] = &[
        "+",
        "/онлайн",
        "/ онлайн",
        "онлайн/",
        "онлайн /",
        "/online",
        "/ online",
        "и онлайн",
        "также онлайн",
        "с онлайн",
        "трансляц",
        "and online",
        "и дистанционно",
        "и вкс",
    ];
    // Where no town is named, a page on the web is the place.
    const WEB: &[&str] = &[
        "сайт",
        "соцсет",
        "социальн",
        "вконтакте",
        "telegram",
        "телеграм",
        "youtube",
        "rutube",
        "website",
        "интернет",
        "vk",
    ];
    let words: Vec<&str> = folded.split(|letter: char| !letter.is_alphanumeric()).collect();
    let says = |list: &[&str]| {
        list.iter().any(|sign| {
            if sign.contains([' ', '-']) {
                folded.contains(sign)
            } else {
                words.iter().any(|word| word.starts_with(sign))
            }
        })
    };
    let (online, on_site) = (says(ONLINE), says(ON_SITE));
    match () {
        () if says(BOTH) || online && (on_site || placed && ADDED.iter().any(|sign| folded.contains(sign))) => {
            Attendance::Both
        }
        () if online => Attendance::Online,
        () if !placed && !land && says(WEB) => Attendance::Online,
        () if url && !placed && !land => Attendance::Online,
        () => Attendance::OnSite,
    }
}
