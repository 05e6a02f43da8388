"""What stands on a page beside the story, one row for each class; a row names whole lines, never sentences.

Taking out a sentence of the story is the worse error. So a row must match its line from end to end, and a
line that could be a subheading or a quote counts only at the edges of the page or beside other furniture
(`Where.EDGE`).
"""

import re
from dataclasses import dataclass
from enum import Enum
from textwrap import dedent


class Where(Enum):
    """Where a row may take a line out: anywhere, or not between two paragraphs of the story."""

    ANYWHERE = "anywhere"
    EDGE = "edge"


class Role(Enum):
    """What becomes of a line that a row matches: it goes, or it is the heading of a list of other stories."""

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


_WORDS = {
    "{SOCIAL}": r"(?:facebook|twitter|whats\s?app|linkedin|pinterest|reddit|telegram|tumblr|e-?mail|print|x"
    r"|link|sms|copy(?: link)?|messenger|flipboard|instagram|threads|bluesky|mastodon|youtube|tiktok|viber"
    r"|line|vk|xing|pocket|share|tweet|pin|like|post|more|follow)",
    "{CALL}": r"(?: (?:here|now|today|by|to|and|for|in|on)\b[^.!?]{0,100})? ?[.!»→]*",
    "{OUR}": r"(?:our|the|this|your|my)",
    "{PIECE}": r"(?:post|article|story|page|news|item|video|content)",
}


def _row(lines: str, name: str, where: Where = Where.ANYWHERE, role: Role = Role.OUT) -> Row:
    """Each line is a way to write it; one that is indented goes on with the line above."""
    pattern = dedent(lines).strip("\n").rstrip().replace("\n    ", "").replace("\n", "|")
    for word, choices in _WORDS.items():
        pattern = pattern.replace(word, choices)
    return Row(name, re.compile(pattern, re.I), where, role)


ROWS: tuple[Row, ...] = (
    _row(
        r"""
        (?:please )?share(?: (?:this|the)(?: {PIECE})?| {PIECE}| on| via| with(?: friends)?|
             options)? ?(?::|!|\.{3})?
        (?:share|follow us|find us|send|post|share (?:it|this)(?: {PIECE})?) (?:on|via|by|
            to) {SOCIAL}(?: \(opens in (?:a )?new (?:window|tab)\))?
        click (?:here )?to (?:share|print|e-?mail|copy|send|tweet|post|pin)\b[^.!?]{0,80}
        (?:[\[(]?{SOCIAL}[\])]?(?:[\s,/|•·:]+|$)){2,}|facebook|twitter|whats\s?app|linkedin|pinterest|reddit|telegram
        tumblr|flipboard|instagram|messenger|tweet|share|copy link|link copied!?|copied!?
        """,
        "sharing",
    ),
    _row(
        r"""
        facebook|twitter|whats\s?app|linkedin|pinterest|reddit|telegram|tumblr|e-?mail|print
        copy(?: link)?|link|sms|messenger|flipboard|instagram|threads|bluesky|mastodon|youtube|tiktok
        viber|line|vk|xing|pocket|x|share|tweet|pin|like|post|more|follow
        (?:e-?mail|print|save|bookmark|listen to|gift|report|copy|republish) (?:this |the |article |
            this a )?{PIECE}
        """,
        "sharing",
        Where.EDGE,
    ),
    _row(
        r"""
        [\d.,]+ ?[km]? (?:shares?|views?|likes?|reads?|reactions?|retweets?|followers)
        (?:shares?|views?|likes?|post views) ?:? ?[\d.,]+ ?[km]?|[\d.,]+|\([\d.,]+\)
        """,
        "counter",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:(?:reading|read) time ?:? ?)?(?:about |
            ~)?\d{1,2}(?: ?- ?\d{1,2})? ?(?:min(?:ute)?s?\.?)(?: (?:read|reading time|to read))
        (?:estimated )?read(?:ing)? time ?: ?.{1,20}
        """,
        "reading time",
    ),
    _row(
        r"""
        (?:[\d.,]+|leave (?:a|your)|post a|add a|write a|view|show|see|hide|load (?:more )?|
            join the|be the first to) ?(?:all |more |new )?(?:comments?|reply|replies|conversation|
            discussion)(?: (?:\([\d.,]+\)|here|below|on this (?:story|article)|so far|yet))?[.:!]?
        (?:comments?|replies) ?(?:\(\s?[\d.,]+\s?\)|: ?[\d.,]*| are closed\.?| (?:off|closed)|
            (?: section))
        no (?:comments|replies)(?: so far| yet)?
        your e-?mail address will not be published\..*|required fields are marked \*
        save my name, e-?mail.*for the next time i comment\.?|(?:name|e-?mail|website|comment) ?:? ?\*
        please enter your (?:comment|name|e-?mail).{0,40}|(?:post|submit|publish) comment
        (?:please )?(?:log|sign) in to (?:leave a |post a |add a |write a )?(?:comment|reply|
            join the conversation|vote|continue|read more).{0,30}
        this site uses akismet.*|you must be logged in to post a comment\.?
        """,
        "comments",
    ),
    _row(
        r"""
        comments?|discussion|leave a (?:reply|comment)(?: cancel reply)?|cancel reply|reply
        what do you think\?
        """,
        "comments",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:-\s*|—\s*|–\s*)?(?:advertisements?|anzeige|publicité|publicidad|pubblicità|werbung|reclame|
            ads?|sponsored(?: (?:content|links?|post|by))?|paid content|promoted(?: content)?|
            promo)(?:\s*[-–—:]\s*|\s*$)(?:(?:scroll|continue|story|article|content|reading|close|hide|
            skip|learn|this)\b.{0,60})?
        (?:story|article|content|text|reading) continues? (?:below|after|following)(?: (?:the |
            this )?(?:advertisements?|ads?|gallery|video|photos?|promo|slideshow))?\.?
        (?:scroll|continue|keep scrolling|swipe) (?:down )?(?:to continue|for more|to read(?: more)?|
            reading)(?: (?:the )?(?:main )?(?:story|article|reading|
            content))?(?: below(?: (?:the )?(?:advertisement|ad))?)?\.?
        (?:close|skip|hide|report|remove|why this|about this) ?(?:this )?(?:ads?|advertisement)\??
        ad feedback|loading(?: ad)?(?:\.{3}|…)?
        """,
        "advertising",
    ),
    _row(
        r"""
        this (?:article|page|post|story) (?:may )?contains? (?:affiliate|sponsored) links?\.?.{0,160}
        we may (?:earn|receive) (?:a )?commissions?\b.{0,160}
        """,
        "advertising",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:we|this (?:web)?\s?site|our (?:web)?\s?site|[\w.]+\.(?:com|org|net))
             (?:and our (?:\d+ )?partners )?uses? (?:necessary |third-party )?cookies\b.*
            \b(?:experience|brows\w+|consent|privacy|sites?|websites?|preferences|analy\w+|personali[sz]\w+|traffic|agree|services).*
        by (?:clicking|continuing|using|closing|browsing|pressing|
            accepting)\b.{0,80}\b(?:you (?:agree|accept|consent)|cookies)\b.*
        i (?:accept|agree)|got it!?|no spam.{0,60}
        .{0,40}\bread our (?:cookie|privacy) (?:policy|notice)\b.*
        """,
        "cookies",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:accept|reject|allow|deny|decline|refuse) (?:all|cookies|all cookies|optional cookies|
            necessary(?: only)?|only necessary)
        (?:manage|cookie|privacy|consent|tracking) (?:preferences|settings|choices|options|cookies|
            policy|notice|consent)
        do not sell (?:or share )?my (?:personal )?(?:information|data|info)|your privacy choices
        we value your privacy
        """,
        "cookies",
    ),
    _row(
        r"""
        (?:sign up|signup|subscribe|register)(?: (?:here|now|today|free|for free))? (?:for|to)
             (?:{OUR}|free|daily|weekly) (?:[\w’'&-]+ ){0,5}newsletters?{CALL}
        (?:sign up|signup|subscribe|register)(?: (?:here|now|today|free|for free))? (?:for|to) our
             (?:[\w’'&-]+ ){0,4}(?:e-?mails?|alerts?|updates?|briefings?|digest|channel|podcast|
            mailing list){CALL}
        subscribe|sign up|newsletters?|subscribe (?:now|today|here|for (?:free|more)|to continue(?: reading)?)
        sign up (?:now|today|here|for free)|become a (?:member|subscriber)|donate(?: now)?
        already a (?:member|subscriber)\?.{0,30}|start your (?:free )?(?:trial|subscription).{0,30}
        get (?:the|our) (?:morning|daily|evening|latest|top) headlines[.!]?|you make our work possible[.!]?
        republish(?: (?:this|our) (?:story|article|articles|stories)(?: for free)?)?[.!]?
        creative commons license\s?(?:republish)?
        our (?:stories|articles) may be republished online or in print under creative commons.{0,80}
        support (?:us|our (?:work|journalism)|local journalism).{0,40}
        (?:get|receive|have) (?:the |our |all the |your )?(?:[\w’'&-]+ ){0,6}(?:delivered|sent|
            straight|directly|right)? ?(?:straight |directly |right |daily )?(?:to|in) your (?:inbox|
            e-?mail|phone)\b.{0,60}
        (?:enter )?your e-?mail(?: address)? ?(?:here)? ?\*?:?|e-?mail address ?\*?:?
        enter (?:a valid|your) e-?mail.{0,30}
        (?:thank you|thanks) for (?:subscribing|signing up)[!.]?|unsubscribe(?: (?:at )?any ?time)?\.?
        you can unsubscribe at any time\.?
        """,
        "newsletter",
    ),
    _row(
        r"""
        (?:stay|keep) (?:informed|connected|up to date|in the know|updated)(?: (?:with|on) (?:our|
            the latest)\b.{0,80})?[.!]?
        don[’']t miss (?:a (?:thing|story|beat)|out)[.!]?|never miss a story[.!]?
        """,
        "newsletter",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:follow|like|join|find|connect with) (?:us|me|@?\w+(?: \w+){0,2}) (?:on|at|via)
             (?:{SOCIAL}(?:, and |, | and | & )?){1,8}(?: page)?[.!]?
        follow(?: us)?|get it on google play|download on the app store
        (?:download|get|install) (?:our|the) (?:free )?(?:[\w’'\d]+ ){0,3}app(?: (?:here|now|today))?[.!]?
        (?:download|get|install) our (?:free )?(?:[\w’'\d]+ ){0,3}app(?: (?:for|on|from|to)\b
            [^.?]{0,80})?[.!]?
        (?:join|follow) our (?:whats\s?app|telegram|facebook|discord|viber) (?:channel|group|community|
            page)\b[^.?]{0,80}[.!]?
        """,
        "following",
    ),
    _row(
        r"""
        skip to (?:main |the )?(?:content|navigation|search|footer|comments|header|menu)
        (?:back|go|return) to (?:the )?(?:top|home(?:page)?)|jump to (?:content|comments|navigation)
        (?:open|close|toggle|show|hide|main|primary) (?:the )?(?:menu|navigation|nav|search|sidebar|
            site navigation)
        """,
        "navigation",
    ),
    _row(
        r"""
        menu|search|home|log ?in|sign in|log ?out|register|my account|close|next|previous|prev|back
        contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|terms(?: of (?:use|service))?
        terms & conditions|privacy(?: policy)?|sitemap|rss|faq|help|store|shop|obituaries|classifieds
        e-?paper|e-?edition|weather|horoscopes?|games|puzzles
        (?:(?:home|news|sports?|business|politics|opinion|weather|local|video|world|u\.?s\.?|
            entertainment|lifestyle|life|tech(?:nology)?|health|culture|science|obituaries|contact|about|
            more|menu|search|subscribe|traffic|live|national|crime|education|food|travel|watch|
            e-?edition)(?:[\s|•·/]+|$)){4,}
        \d+ (?:weather )?(?:alerts?|closings?|watches|warnings)(?: in effect)?
        """,
        "navigation",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:next|previous|prev) (?:article|post|story|page) ?[:»«›‹→←]*.{0,160}|(?:older|newer) posts?
        """,
        "neighbour",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:bc|ap|am|pm)-[a-z]{2}-{1,2}\S.{2,60}
        .{3,60}\b\d?(?:st|nd|rd|th)?\s?ld(?:-writethru|all)?\b.{0,20}
        \(?(?:urgent|bulletin|flash|advisory|for immediate release)\)?
        """,
        "wire header",
        Where.EDGE,
    ),
    _row(
        r"""
        spot_?img
        \[?(?:ad|advert|caption|gallery|embed|widget)_?\d*\]|undefined|null
        """,
        "page builder",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:continue|keep) reading(?: (?:the )?(?:full |main |this )?(?:article|story|post|below|here|
            on [\w.]+))? ?(?:\.{3}|…|»|→|>)?
        (?:read|view|show|see|load|display) (?:more|less|all|(?:the )?(?:full|whole|rest of the|
            entire|original|complete) (?:article|story|post|text|version)|full bio)(?: (?:stories|
            articles|posts|news|comments|here))? ?(?:\.{3}|…|»|→|>|:)?
        expand(?: all)?
        click (?:here )?(?:to (?:read|see|view|expand) (?:more|the full (?:story|article))|for more)\.?
        """,
        "more",
    ),
    _row(
        r"""
        live
        live (?:now|ticker|blog|updates?|stream|tv|news|video)|watch (?:live|now)|on air(?: now)?
        now playing|up next|breaking(?: news)?(?: alert)?|alert|ticker|developing(?: story)?|just in
        trending(?: now)? ?:|play (?:video|audio|all)?|listen(?: (?:live|now|to this article))?
        \d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|mute|unmute|full ?screen|video|audio|watch|gallery|photos?
        """,
        "live ticker",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:copyright|©|\(c\)) ?(?:©|\(c\)|by\b|\d{4}).{0,250}|© .{1,250}
        .{0,120}\ball rights reserved\b.{0,200}
        this (?:material|content|article|story) (?:may not be (?:published|reproduced|copied)|
            originally (?:appeared|published) (?:on|in|at)|
            is protected by copyright|was (?:originally )?published (?:by|on|in))\b.*
        powered by \w[\w. ]{1,40}|(?:site|web) (?:design|map) by .{1,40}|theme by .{1,40}
        """,
        "copyright",
        Where.EDGE,
    ),
    _row(
        r"""
        -\s?30\s?-|###+|\(?ends?\)?|\(end\)|nnnn|\* ?\* ?\*+|[-_=~*•·.]{3,}|—{2,}|[-–—]
        """,
        "end mark",
        Where.EDGE,
    ),
    _row(
        r"""
        you have (?:reached your limit of|\d+|no|one|two|three) (?:free )?(?:articles?|stories)\b.{0,80}
        this (?:article|story|content) is (?:for subscribers|only available to subscribers|
            exclusive to).{0,60}
        (?:for )?subscribers?[ -]only|premium(?: content)?|unlock this article.{0,40}
        """,
        "paywall",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:posted|published|written|uploaded) by (?:admin|administrator|editor|staff|web ?desk|
            web ?master|news ?desk)
        (?:view|see) (?:all )?(?:posts|articles|stories) by .{2,50}
        more (?:by|from) this (?:author|writer|contributor)|about the author
        author (?:bio|archive|profile)
        """,
        "poster",
    ),
    _row(
        r"""
        was this (?:article|page|story|content) helpful\?
        (?:report|submit|suggest) (?:a|an) (?:typo|error|correction|tip|news tip)\b.{0,60}
        (?:have|got) a (?:news )?(?:tip|story idea)\?.{0,120}|what[’']s your reaction\?
        rate this (?:article|story|post)
        """,
        "feedback",
        Where.EDGE,
    ),
    _row(
        r"""
        enlarge|zoom|click to enlarge|view (?:image|photo|gallery|slideshow)
        open (?:image|photo)(?: in (?:modal|gallery))?|(?:\d+ of \d+)|(?:photo|image|slide) \d+ of \d+
        hide caption|toggle caption|caption|image caption|image source|expand image
        """,
        "picture notice",
        Where.EDGE,
    ),
    _row(
        r"""
        (?:more|other) (?:like this|stories like this|to explore|to read|on this(?: (?:story|topic))?)
        related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|reading|topics|links|reports?))?
        similar (?:articles?|stories|posts?|news)
        (?:you )?(?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed)(?: this)?
        recommended(?: (?:for you|stories|articles|reading|posts?|news|videos?))?
        (?:what to )?read next|further reading|suggested(?: (?:for you|reading|articles?|stories))?
        (?:more )?from the (?:same )?(?:author|section|archives?)|also of interest
        in case you missed it|related to this(?: (?:story|article))?
        """,
        "related stories",
        role=Role.RELATED,
    ),
    _row(
        r"""
        latest(?: (?:news|stories|posts?|articles?|headlines|updates?|videos?))?
        (?:most|top) (?:read|popular|viewed|shared|recent|commented|watched|stories|news|headlines|posts|
            articles)(?: (?:stories|news|now|today|articles))?
        popular(?: (?:posts?|stories|articles|news|now))?
        trending(?: (?:now|news|stories|topics|today))?
        recent(?: (?:posts?|news|stories|articles|comments))?
        more (?:news|stories|headlines|articles|posts|top stories|local news|coverage)
        more (?:from|in|on) [\w’'&. ]{2,40}
        editor[’']?s[’']? (?:picks?|choice)|must[ -]reads?|(?:today[’']s )?top (?:stories|headlines)
        (?:recent|top|latest|other) (?:stories|news|headlines) (?:from|in|on) [\w’'&. ]{2,40}
        headlines|featured(?: (?:stories|posts?|articles?|videos?))?|hot (?:news|topics)|breaking news
        don[’']t miss|what[’']s (?:new|hot|trending)|spotlight|around the web
        from (?:around )?the web|promoted stories
        """,
        "other stories",
        Where.EDGE,
        Role.OTHERS,
    ),
)
"""Every class of furniture, the sure ones first."""

_SPACES = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace()) + "\u200b\ufeff"
_BEFORE = f"{_SPACES}▶►▸▼▲»«›‹→←↓↑•·|*🔴⚡🔔📧📩👉➡✉\ufe0f"
_BEHIND = f"{_SPACES}▶►▸▼▲»«›‹→←↓↑•·|🔴⚡🔔📧📩👈✉\ufe0f"
_LONGEST = 420


def furniture(line: str) -> Row | None:
    """The first row that the whole line matches; None for everything that could be the story's own."""
    text = re.sub(r"\s+", " ", line.lstrip(_BEFORE).rstrip(_BEHIND)).rstrip(" :…")
    if not text:
        return None if line.isspace() or not line else _DECORATION
    if len(text) > _LONGEST:
        return None
    return next((row for row in ROWS if row.pattern.fullmatch(text)), None)


_DECORATION = _row(r".*", "decoration", Where.EDGE)
