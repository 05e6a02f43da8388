"""What stands on a page beside the story, one row for each class; a row names whole lines, never sentences.

Taking out a sentence of the story is the worse error. So a row must match its line from end to end, and a
line that could be a subheading or a quote counts only at the edges of the page or beside other furniture
(`Where.EDGE`).
"""

import re
from dataclasses import dataclass
from enum import Enum


class Where(Enum):
    """Where a row may take a line out: anywhere, or not between two paragraphs of the story."""

    ANYWHERE = "anywhere"
    EDGE = "edge"


class Role(Enum):
    """What becomes of a line that a row matches."""

    OUT = "out"
    RELATED = "related"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Row:
    """One class of furniture: its name for the notes, the whole line as a pattern, and what becomes of it."""

    name: str
    pattern: re.Pattern[str]
    where: Where = Where.ANYWHERE
    role: Role = Role.OUT


def _row(name: str, pattern: str, where: Where = Where.ANYWHERE, role: Role = Role.OUT) -> Row:
    return Row(name, re.compile(pattern, re.I | re.X), where, role)


_SOCIAL = (
    r"(?:facebook|twitter|whats\s?app|linkedin|pinterest|reddit|telegram|tumblr|e-?mail|"
    r"print|copy(?:\ link)?|link|sms|messenger"
    r"|flipboard|instagram|threads|bluesky|mastodon|youtube|tiktok|viber|line|vk|xing|pocket|"
    r"x|share|tweet|pin|like|post|more|follow)"
)
_OUR = r"(?:our|the|this|your|my)"
_PIECE = r"(?:post|article|story|page|news|item|video|content)"

ROWS: tuple[Row, ...] = (
    _row(
        "sharing",
        rf"(?:please\ )?share(?:\ (?:this|the)(?:\ {_PIECE})?|\ {_PIECE}|\ on|\ via|\ with(?:\ "
        rf"friends)?|\ options)?\ ?(?::|!|\.{{3}})?",
    ),
    _row(
        "sharing",
        rf"(?:(?:share|follow\ us|find\ us|send|post|share\ (?:it|this)(?:\ {_PIECE})?)\ (?:on|"
        rf"via|by|to)\ {_SOCIAL}(?:\ \(opens\ in\ (?:a\ )?new\ (?:window|tab)\))?)",
    ),
    _row("sharing", r"click\ (?:here\ )?to\ (?:share|print|e-?mail|copy|send|tweet|post|pin)\b[^.!?]{0,80}"),
    _row("sharing", rf"(?:{_SOCIAL}(?:[\s,/|•·:]+|$)){{2,}}"),
    _row(
        "sharing",
        r"(?:facebook|twitter|whats\s?app|linkedin|pinterest|reddit|telegram|tumblr|flipboard|"
        r"instagram|messenger|tweet|share|copy\ link|link\ copied!?|copied!?)",
    ),
    _row("sharing", rf"{_SOCIAL}", Where.EDGE),
    _row(
        "sharing",
        rf"(?:e-?mail|print|save|bookmark|listen\ to|gift|report|copy|republish)\ (?:this\ |the\ "
        rf"|article\ |this\ a\ )?{_PIECE}",
        Where.EDGE,
    ),
    _row(
        "counter", r"[\d.,]+\ ?[km]?\ (?:shares?|views?|likes?|reads?|reactions?|retweets?|followers|votes?)"
    ),
    _row("counter", r"(?:shares?|views?|likes?|post\ views)\ ?:?\ ?[\d.,]+\ ?[km]?"),
    _row("counter", r"[\d.,]+|\([\d.,]+\)", Where.EDGE),
    _row(
        "reading time",
        r"(?:(?:reading|read)\ time\ ?:?\ ?)?(?:about\ |~)?\d{1,2}(?:\ ?-\ ?\d{1,2})?\ "
        r"?(?:min(?:ute)?s?\.?)(?:\ (?:read|reading\ time|to\ read))|(?:estimated\ )?read(?:ing)?"
        r"\ time\ ?:\ ?.{1,20}",
    ),
    _row(
        "comments",
        r"(?:[\d.,]+|no|leave\ (?:a|your)|post\ a|add\ a|write\ a|view|show|see|hide|load\ "
        r"(?:more\ )?|join\ the|be\ the\ first\ to)\ ?(?:all\ |more\ |new\ )?(?:comments?|reply|"
        r"replies|conversation|discussion)(?:\ (?:\([\d.,]+\)|here|below|on\ this\ (?:story|"
        r"article)|so\ far|yet))?[.:!]?",
    ),
    _row(
        "comments",
        r"(?:comments?|replies)\ ?(?:\(\s?[\d.,]+\s?\)|:\ ?[\d.,]*|\ are\ closed\.?|\ (?:off|"
        r"closed)|(?:\ section))",
    ),
    _row(
        "comments",
        r"comments?|discussion|leave\ a\ (?:reply|comment)(?:\ cancel\ reply)?|cancel\ reply|"
        r"reply|what\ do\ you\ think\?",
        Where.EDGE,
    ),
    _row(
        "comments",
        r"your\ e-?mail\ address\ will\ not\ be\ published\..*|required\ fields\ are\ marked\ \*|"
        r"save\ my\ name,\ e-?mail.*for\ the\ next\ time\ i\ comment\.?",
    ),
    _row(
        "comments",
        r"(?:(?:name|e-?mail|website|comment)\ ?:?\ ?\*|please\ enter\ your\ (?:comment|name|"
        r"e-?mail).{0,40}|(?:post|submit|publish)\ comment)",
    ),
    _row(
        "comments",
        r"(?:please\ )?(?:log|sign)\ in\ to\ (?:leave\ a\ |post\ a\ |add\ a\ |write\ a\ "
        r")?(?:comment|reply|join\ the\ conversation|vote|continue|read\ more).{0,30}",
    ),
    _row("comments", r"this\ site\ uses\ akismet.*|you\ must\ be\ logged\ in\ to\ post\ a\ comment\.?"),
    _row(
        "advertising",
        r"(?:-\s*|—\s*|–\s*)?(?:advertisements?|anzeige|publicité|publicidad|pubblicità|werbung|"
        r"reclame|ads?|sponsored(?:\ (?:content|links?|post|by))?|paid\ content|promoted(?:\ "
        r"content)?|promo)(?:\s*[-–—:]\s*|\s*$)(?:(?:scroll|continue|story|article|content|"
        r"reading|close|hide|skip|learn|this)\b.{0,60})?",
    ),
    _row(
        "advertising",
        r"(?:story|article|content|text|reading)\ continues?\ (?:below|after|following)(?:\ "
        r"(?:the\ |this\ )?(?:advertisements?|ads?|gallery|video|photos?|promo|slideshow))?\.?",
    ),
    _row(
        "advertising",
        r"(?:scroll|continue|keep\ scrolling|swipe)\ (?:down\ )?(?:to\ continue|for\ more|to\ "
        r"read(?:\ more)?|reading)(?:\ (?:the\ )?(?:main\ )?(?:story|article|reading|"
        r"content))?(?:\ below(?:\ (?:the\ )?(?:advertisement|ad))?)?\.?",
    ),
    _row(
        "advertising",
        r"(?:close|skip|hide|report|remove|why\ this|about\ this)\ ?(?:this\ )?(?:ads?|"
        r"advertisement)\??|ad\ feedback|loading(?:\ ad)?(?:\.{3}|…)?",
    ),
    _row(
        "advertising",
        r"(?:this\ (?:article|page|post|story)\ (?:may\ )?contains?\ (?:affiliate|sponsored)\ "
        r"links?\.?.{0,160}|we\ may\ (?:earn|receive)\ (?:a\ )?commissions?\b.{0,160})",
        Where.EDGE,
    ),
    _row(
        "cookies",
        r"(?:we|this\ (?:web)?\s?site|our\ (?:web)?\s?site|[\w.]+\.(?:com|org|net))\ (?:and\ our"
        r"\ (?:\d+\ )?partners\ )?uses?\ (?:necessary\ |third-party\ )?cookies\b.*",
        Where.EDGE,
    ),
    _row(
        "cookies",
        r"(?:by\ (?:clicking|continuing|using|closing|browsing|pressing|accepting)\b.{0,80}\b"
        r"(?:you\ (?:agree|accept|consent)|cookies)\b.*|.{0,40}\bread\ our\ (?:cookie|privacy)\ "
        r"(?:policy|notice)\b.*)",
        Where.EDGE,
    ),
    _row(
        "cookies",
        r"(?:accept|reject|allow|deny|decline|refuse)\ (?:all|cookies|all\ cookies|optional\ "
        r"cookies|necessary(?:\ only)?|only\ necessary)|(?:manage|cookie|privacy|consent|"
        r"tracking)\ (?:preferences|settings|choices|options|cookies|policy|notice|consent)|i\ "
        r"(?:accept|agree)|got\ it!?|do\ not\ sell\ (?:or\ share\ )?my\ (?:personal\ "
        r")?(?:information|data|info)|your\ privacy\ choices|we\ value\ your\ privacy",
    ),
    _row(
        "newsletter",
        rf"(?:sign\ up|signup|subscribe|register|join)(?:\ (?:here|now|today|free|for\ free))?(?:"
        rf"\ (?:for|to)\ (?:{_OUR}|free|daily|weekly)\ (?:(?:[\w’'&-]+\ ){{0,5}})(?:newsletters?|"
        rf"e-?mails?|alerts?|updates?|briefings?|digest|channel|podcast|mailing\ list|youtube|"
        rf"paper|service|feed)(?:\ (?:here|now|today|by|to|and|for|in|on)\b.{{0,100}})?)\ "
        rf"?[.!»→]*",
    ),
    _row(
        "newsletter",
        r"(?:subscribe|sign\ up|newsletters?|subscribe\ (?:now|today|here|for\ (?:free|more)|to\ "
        r"continue(?:\ reading)?)|sign\ up\ (?:now|today|here|for\ free)|become\ a\ (?:member|"
        r"subscriber)|already\ a\ (?:member|subscriber)\?.{0,30}|start\ your\ (?:free\ "
        r")?(?:trial|subscription).{0,30}|donate(?:\ now)?|support\ (?:us|our\ (?:work|"
        r"journalism)|local\ journalism).{0,40})\ ?[!.:»→]*",
    ),
    _row(
        "newsletter",
        r"(?:get|receive|have)\ (?:the\ |our\ |all\ the\ |your\ )?(?:[\w’'&-]+\ "
        r"){0,6}(?:delivered|sent|straight|directly|right)?\ ?(?:straight\ |directly\ |right\ |"
        r"daily\ )?(?:to|in)\ your\ (?:inbox|e-?mail|phone)\b.{0,60}",
    ),
    _row(
        "newsletter",
        r"(?:enter\ )?your\ e-?mail(?:\ address)?\ ?(?:here)?\ ?\*?:?|e-?mail\ address\ ?\*?:?|"
        r"enter\ (?:a\ valid|your)\ e-?mail.{0,30}|(?:thank\ you|thanks)\ for\ (?:subscribing|"
        r"signing\ up)[!.]?|unsubscribe(?:\ (?:at\ )?any\ ?time)?\.?|no\ spam.{0,60}|you\ can\ "
        r"unsubscribe\ at\ any\ time\.?",
    ),
    _row(
        "newsletter",
        r"(?:stay|keep)\ (?:informed|connected|up\ to\ date|in\ the\ know|updated)(?:\ (?:with|"
        r"on)\ (?:our|the\ latest)\b.{0,80})?[.!]?|don[’']t\ miss\ (?:a\ (?:thing|story|beat)|"
        r"out)[.!]?|never\ miss\ a\ story[.!]?",
        Where.EDGE,
    ),
    _row(
        "following",
        r"(?:follow|like|join|find|add|watch|connect\ with)\ (?:us|me|[A-Z][\w\d]{1,12}(?:\ "
        r"[\w\d]{1,10}){0,3})\ (?:on|at|via)\ (?:[\w,&/ ]{1,60}\b)?(?:facebook|twitter|x|"
        r"instagram|youtube|tiktok|threads|whats\s?app|telegram|google\ news|linkedin|bluesky)\b"
        r"[^.?]{0,60}[.!]?",
    ),
    _row(
        "following",
        r"(?:download|get|install|open\ in)\ (?:our|the)\ (?:free\ )?(?:[\w’'\d]+\ ){0,3}app(?:\ "
        r"(?:here|now|today|for|on|from|to)\b[^.?]{0,80})?[.!]?|follow(?:\ us)?:?|(?:get\ it\ on"
        r"\ google\ play|download\ on\ the\ app\ store)",
    ),
    _row(
        "following",
        r"(?:join\ our|follow\ our)\ (?:whats\s?app|telegram|facebook|discord|viber)\ (?:channel|"
        r"group|community|page)\b[^.?]{0,80}[.!]?",
    ),
    _row(
        "navigation",
        r"skip\ to\ (?:main\ |the\ )?(?:content|navigation|search|footer|comments|header|menu)|"
        r"(?:back|go|return)\ to\ (?:the\ )?(?:top|home(?:page)?)|jump\ to\ (?:content|comments|"
        r"navigation)|(?:open|close|toggle|show|hide|main|primary)\ (?:the\ )?(?:menu|navigation|"
        r"nav|search|sidebar|site\ navigation)",
    ),
    _row(
        "navigation",
        r"(?:menu|search|home|log\ ?in|sign\ in|log\ ?out|register|my\ account|close|next|"
        r"previous|prev|back|contact(?:\ us)?|about(?:\ us)?|advertise(?:\ with\ us)?|careers|"
        r"terms(?:\ of\ (?:use|service))?|terms\ &\ conditions|privacy(?:\ policy)?|sitemap|rss|"
        r"faq|help|careers|store|shop|obituaries|classifieds|e-?paper|e-?edition|weather|"
        r"horoscopes?|games|puzzles)",
        Where.EDGE,
    ),
    _row(
        "navigation",
        r"(?:(?:home|news|sports?|business|politics|opinion|weather|local|video|world|u\.?s\.?|"
        r"entertainment|lifestyle|life|tech(?:nology)?|health|culture|science|obituaries|contact|"
        r"about|more|menu|search|subscribe|traffic|live|national|crime|education|food|travel|"
        r"watch|e-?edition)(?:[\s|•·/]+|$)){4,}",
        Where.EDGE,
    ),
    _row(
        "navigation",
        r"(?:(?:next|previous|prev(?:ious)?)\ (?:article|post|story|page)|older\ posts?|newer\ "
        r"posts?)\ ?[:»«›‹→←]*.{0,160}",
        Where.EDGE,
    ),
    _row(
        "more",
        r"(?:continue|keep)\ reading(?:\ (?:the\ )?(?:full\ |main\ |this\ )?(?:article|story|"
        r"post|below|here|on\ [\w.]+))?\ ?(?:\.{3}|…|»|→|>)?|(?:read|view|show|see|load|display)"
        r"\ (?:more|less|all|(?:the\ )?(?:full|whole|rest\ of\ the|entire|original|complete)\ "
        r"(?:article|story|post|text|version)|full\ bio)(?:\ (?:stories|articles|posts|news|"
        r"comments|here))?\ ?(?:\.{3}|…|»|→|>|:)?|expand(?:\ all)?|click\ (?:here\ )?(?:to\ "
        r"(?:read|see|view|expand)\ (?:more|the\ full\ (?:story|article))|for\ more)\.?",
    ),
    _row(
        "live ticker",
        r"(?:live|live\ (?:now|ticker|blog|updates?|stream|tv|news|video)|watch\ (?:live|now)|on"
        r"\ air(?:\ now)?|now\ playing|up\ next|breaking(?:\ news)?(?:\ alert)?|alert|ticker|"
        r"developing(?:\ story)?|just\ in|trending(?:\ now)?\ ?:|play\ (?:video|audio|all)?|"
        r"listen(?:\ (?:live|now|to\ this\ article))?|\d{1,2}:\d\d(?:\ ?/\ ?\d{1,2}:\d\d)?|mute|"
        r"unmute|full\ ?screen|video|audio|watch|gallery|photos?)",
        Where.EDGE,
    ),
    _row(
        "copyright",
        r"(?:copyright|©|\(c\)|&copy;).{0,250}|.{0,120}\ball\ rights\ reserved\b.{0,200}",
        Where.EDGE,
    ),
    _row(
        "copyright",
        r"this\ (?:material|content|article|story)\ (?:may\ not\ be\ (?:published|reproduced|"
        r"copied)|is\ protected\ by\ copyright|was\ (?:originally\ )?published\ (?:by|on|in))\b.*",
        Where.EDGE,
    ),
    _row(
        "copyright",
        r"powered\ by\ \w[\w. ]{1,40}|(?:site|web)\ (?:design|map)\ by\ .{1,40}|theme\ by\ "
        r".{1,40}",
        Where.EDGE,
    ),
    _row(
        "end mark",
        r"-\s?30\s?-|\#\#\#+|\(?ends?\)?|\(end\)|nnnn|\*\ ?\*\ ?\*+|[-_=~*•·.]{3,}|—{2,}|[-–—]",
        Where.EDGE,
    ),
    _row(
        "paywall",
        r"you\ have\ (?:reached\ your\ limit\ of|\d+|no|one|two|three)\ (?:free\ )?(?:articles?|"
        r"stories)\b.{0,80}|this\ (?:article|story|content)\ is\ (?:for\ subscribers|only\ "
        r"available\ to\ subscribers|exclusive\ to).{0,60}|(?:for\ )?subscribers?[\ -]only|"
        r"premium(?:\ content)?|unlock\ this\ article.{0,40}",
        Where.EDGE,
    ),
    _row(
        "poster",
        r"(?:posted|published|written|uploaded)\ by\ (?:admin|administrator|editor|staff|web\ "
        r"?desk|web\ ?master|news\ ?desk)|(?:view|see)\ (?:all\ )?(?:posts|articles|stories)\ by"
        r"\ .{2,50}|more\ (?:by|from)\ this\ (?:author|writer|contributor)|about\ the\ author|"
        r"author\ (?:bio|archive|profile)",
    ),
    _row(
        "feedback",
        r"(?:was\ this\ (?:article|page|story|content)\ helpful\?|(?:report|submit|suggest)\ "
        r"(?:a|an)\ (?:typo|error|correction|tip|news\ tip)\b.{0,60}|(?:have|got)\ a\ (?:news\ "
        r")?(?:tip|story\ idea)\?.{0,120}|what[’']s\ your\ reaction\?|rate\ this\ (?:article|"
        r"story|post))",
        Where.EDGE,
    ),
    _row(
        "picture notice",
        r"(?:enlarge|zoom|click\ to\ enlarge|view\ (?:image|photo|gallery|slideshow)|open\ "
        r"(?:image|photo)(?:\ in\ (?:modal|gallery))?|(?:\d+\ of\ \d+)|(?:photo|image|slide)\ \d+"
        r"\ of\ \d+|hide\ caption|toggle\ caption|caption|image\ caption|image\ source|expand\ "
        r"image)",
        Where.EDGE,
    ),
    _row(
        "related stories",
        r"(?:(?:more|other)\ (?:like\ this|stories\ like\ this|to\ explore|to\ read|on\ this(?:\ "
        r"(?:story|topic))?)|related(?:\ (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|"
        r"reading|topics|links|reports?))?|similar\ (?:articles?|stories|posts?|news)|(?:you\ "
        r")?(?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|enjoy)|you\ (?:may|might)\ "
        r"(?:also\ )?(?:like|enjoy|be\ interested\ in|have\ missed)(?:\ this)?|recommended(?:\ "
        r"(?:for\ you|stories|articles|reading|posts?|news|videos?))?|(?:what\ to\ )?read\ next|"
        r"further\ reading|suggested(?:\ (?:for\ you|reading|articles?|stories))?|(?:more\ )?from"
        r"\ the\ (?:same\ )?(?:author|section|archives?)|also\ of\ interest|in\ case\ you\ missed"
        r"\ it|related\ to\ this(?:\ (?:story|article))?)\ ?[:.…]*",
        Where.ANYWHERE,
        Role.RELATED,
    ),
    _row(
        "other stories",
        r"(?:latest(?:\ (?:news|stories|posts?|articles?|headlines|updates?|videos?))?|(?:most|"
        r"top)\ (?:read|popular|viewed|shared|recent|commented|watched|stories|news|headlines|"
        r"posts|articles)(?:\ (?:stories|news|now|today|articles))?|popular(?:\ (?:posts?|"
        r"stories|articles|news|now))?|trending(?:\ (?:now|news|stories|topics|today))?|recent(?:"
        r"\ (?:posts?|news|stories|articles|comments))?|more\ (?:news|stories|headlines|articles|"
        r"posts|top\ stories|local\ news|coverage)|more\ (?:from|in|on)\ [\w’'&. ]{2,40}|"
        r"editor[’']?s[’']?\ (?:picks?|choice)|must[\ -]reads?|(?:today[’']s\ )?top\ (?:stories|"
        r"headlines)|headlines|featured(?:\ (?:stories|posts?|articles?|videos?))?|hot\ (?:news|"
        r"topics)|breaking\ news|don[’']t\ miss|what[’']s\ (?:new|hot|trending)|spotlight|around"
        r"\ the\ web|from\ (?:around\ )?the\ web|promoted\ stories)\ ?[:.…]*",
        Where.EDGE,
        Role.OTHERS,
    ),
)
"""Every class of furniture, the sure ones first."""

_TRIM = re.compile(
    r"^[\s\u200b\ufeff▶►▸▼▲»«›‹→←↓↑•·|*🔴⚡🔔📧📩👉➡✉️]+|[\s\u200b\ufeff▶►▸▼▲»«›‹→←↓↑•·|🔴⚡🔔📧📩👈✉️]+$"
)
_LONGEST = 420


def furniture(line: str) -> Row | None:
    """The first row that the whole line matches; None for everything that could be the story's own."""
    text = re.sub(r"\s+", " ", _TRIM.sub("", line))
    if not text:
        return None if line.isspace() or not line else _DECORATION
    if len(text) > _LONGEST:
        return None
    return next((row for row in ROWS if row.pattern.fullmatch(text)), None)


_DECORATION = _row("decoration", r".*", Where.EDGE)
