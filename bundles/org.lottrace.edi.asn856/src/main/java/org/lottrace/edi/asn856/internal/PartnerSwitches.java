package org.lottrace.edi.asn856.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.edi.asn856.internal.PartnerFolder.SsccLevel;

/**
 * What was agreed with a partner beside its binding: {@code 856.properties}. Each line is optional; edi-mappings/README.md says
 * what they mean.
 *
 * @param ssccLevel level that carries the SSCC of what we ship
 * @param purposes BSN01 of notices that announce goods
 * @param shipDates qualifiers of the date of shipment, the first that is there counts
 * @param createdIsShipDate whether BSN03 is the date of shipment when no other is there
 * @param shipTo qualifiers of the party that receives, the first that is there counts
 * @param shipToLength how many of the last characters of its code are ours; 0 for all
 * @param unreadIsNoted whether lots, expiry dates and SSCC that are not read are only noted
 * @param hashTotalIsNoted whether CTT02 may differ
 * @param ssccIsNoted whether an SSCC with a wrong check digit is only noted
 * @param shipDateIsNoted whether a date of shipment that is none is only noted, and another one taken
 * @param gtinIsNumber whether a GTIN that is none counts as the sender's item number
 * @param lots whether a line may name no lot
 * @param advisesReceipts whether the partner is told by 861 how what came differs from its notice
 * @param noticeHours until how many hours after the beginning of the ship date a notice is to be here; 0 when nothing was agreed
 * @param acknowledgementHours within how many hours our 856 is to be acknowledged; 0 when nothing was agreed
 * @param levels of the 856 that we write
 * @param parties N101 of the parties of the shipment that we write
 * @param tlcSource N101 of who assigned a traceability lot code, in what we write; empty when that is not told
 * @param isLongGtin whether each GTIN that we write has 14 digits
 * @param isNdc whether we write the National Drug Code of a lot, where it is known, for our item number
 * @param changes how the partner is told that a shipment was not as its notice says
 * @param calendar the days on which hours count within which the partner is to answer
 * @param keyData which segments say which key data element
 * @param version of what we write, such as {@code 004010} (GS08), of EDIFACT such as {@code D:01B:UN:EAN007}
 */
record PartnerSwitches(
        SsccLevel ssccLevel,
        List<String> purposes,
        List<String> shipDates,
        boolean createdIsShipDate,
        List<String> shipTo,
        int shipToLength,
        boolean unreadIsNoted,
        boolean hashTotalIsNoted,
        boolean ssccIsNoted,
        boolean shipDateIsNoted,
        boolean gtinIsNumber,
        LotCapture lots,
        boolean advisesReceipts,
        int noticeHours,
        int acknowledgementHours,
        WrittenLevels levels,
        List<String> parties,
        String tlcSource,
        boolean isLongGtin,
        boolean isNdc,
        ChangedNotice changes,
        PartnerCalendar calendar,
        KeyDataRules keyData,
        String version) {
    /** Ship from, ship to, buyer and seller. */
    private static final List<String> TOLD = List.of("SF", "ST", "BY", "SE");

    private static final Set<String> KEYS = Set.of(
            "sscc.level",
            "purposes",
            "ship.date",
            "ship.date.otherwise",
            "ship.to",
            "ship.to.length",
            "unread",
            "hash.total",
            "gtin.invalid",
            "lot.missing",
            "receiving.advice",
            "notice.hours",
            "acknowledgement.hours",
            "hierarchy",
            "parties",
            "tlc.source",
            "gtin.written",
            "item.written",
            "changes",
            "version",
            "key.data",
            "working.days",
            "holidays",
            "zone",
            "tolerated");

    /** Of a partner without such a file. */
    static final PartnerSwitches NONE = of(new Properties());

    /** @throws IllegalArgumentException if a line has another name or value than those that are known; the message names it */
    static PartnerSwitches of(Properties properties) {
        return of(properties, x12(properties.getProperty("version", "004010").strip()));
    }

    private static PartnerSwitches of(Properties properties, String version) {
        properties.stringPropertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("there is no setting \"" + key + "\"; there are "
                            + KEYS.stream().sorted().toList());
                });
        WrittenLevels levels = levels(properties);
        return new PartnerSwitches(
                levels.sscc(),
                words(properties, "purposes", "00"),
                words(properties, "ship.date", "011"),
                one(properties, "ship.date.otherwise", "REFUSE", "BSN03").equals("BSN03"),
                words(properties, "ship.to", "ST"),
                length(properties.getProperty("ship.to.length", "0").strip()),
                one(properties, "unread", "REFUSE", "NOTE").equals("NOTE"),
                one(properties, "hash.total", "REFUSE", "NOTE").equals("NOTE"),
                words(properties, "tolerated", "").contains("SSCC_INVALID"),
                words(properties, "tolerated", "").contains("INVALID_DATE"),
                one(properties, "gtin.invalid", "REFUSE", "NUMBER").equals("NUMBER"),
                one(properties, "lot.missing", "REFUSE", "AT_RECEIPT").equals("AT_RECEIPT")
                        ? LotCapture.AT_RECEIPT
                        : LotCapture.ANNOUNCED,
                one(properties, "receiving.advice", "NONE", "DIFFERENCES").equals("DIFFERENCES"),
                number(properties, "notice.hours"),
                number(properties, "acknowledgement.hours"),
                levels,
                parties(words(properties, "parties", "SF ST")),
                entity(properties.getProperty("tlc.source", "").strip()),
                one(properties, "gtin.written", "SHORT", "14").equals("14"),
                one(properties, "item.written", "NUMBER", "NDC").equals("NDC"),
                changes(properties
                        .getProperty("changes", ChangedNotice.CANCEL.name())
                        .strip()),
                PartnerCalendar.of(
                        words(properties, "working.days", ""),
                        words(properties, "holidays", ""),
                        properties.getProperty("zone", "UTC").strip()),
                KeyDataRules.of(words(properties, "key.data", "")),
                version);
    }

    /** {@code sscc.level} is the short way to say it. */
    private static WrittenLevels levels(Properties properties) {
        String sscc = one(properties, "sscc.level", "PACK", "TARE");
        WrittenLevels usual = WrittenLevels.of(sscc.equals("TARE") ? "S-O-T-P-I" : "S-O-P-I");
        String hierarchy = properties.getProperty("hierarchy");
        if (hierarchy == null) {
            return usual;
        }
        WrittenLevels levels = WrittenLevels.of(hierarchy.strip());
        if (properties.containsKey("sscc.level") && levels.sscc() != usual.sscc()) {
            throw new IllegalArgumentException(
                    "hierarchy " + hierarchy + " and sscc.level " + sscc + " contradict; leave sscc.level out");
        }
        return levels;
    }

    private static List<String> parties(List<String> roles) {
        if (!TOLD.containsAll(roles)) {
            throw new IllegalArgumentException("parties are some of " + TOLD + ", not \"" + roles + "\"");
        }
        return roles;
    }

    private static String entity(String text) {
        if (!text.matches("([A-Z0-9]{2,3})?")) {
            throw new IllegalArgumentException(
                    "tlc.source is a code of N101, two or three letters and digits, not \"" + text + "\"");
        }
        return text;
    }

    private static ChangedNotice changes(String text) {
        return Arrays.stream(ChangedNotice.values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "changes is one of " + Arrays.toString(ChangedNotice.values()) + ", not \"" + text + "\""));
    }

    /** As {@link #of}; the qualifiers are those of EDIFACT, 2005 and 3035, where nothing is said. */
    static PartnerSwitches ofEdifact(Properties properties) {
        Properties usual = new Properties();
        usual.setProperty("ship.date", "11");
        usual.setProperty("ship.to", "DP ST");
        usual.putAll(properties);
        return of(
                usual,
                edifact(properties.getProperty("version", "D:01B:UN:EAN007").strip()));
    }

    private static String one(Properties properties, String key, String usual, String other) {
        String value = properties.getProperty(key, usual).strip();
        if (!value.equals(usual) && !value.equals(other)) {
            throw new IllegalArgumentException(key + " is " + usual + " or " + other + ", not \"" + value + "\"");
        }
        return value;
    }

    private static List<String> words(Properties properties, String key, String usual) {
        return Arrays.stream(properties.getProperty(key, usual).strip().split("[\\s,]+"))
                .flatMap(word -> word.isEmpty() ? Stream.empty() : Stream.of(word))
                .toList();
    }

    private static int number(Properties properties, String key) {
        String text = properties.getProperty(key, "0").strip();
        if (!text.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(key + " is a number of hours up to 999, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** With 1 to 6 letters behind it, a guide of an industry, such as VICS. */
    private static String x12(String text) {
        if (!text.matches("00[45]010[A-Z]{0,6}")) {
            throw new IllegalArgumentException(
                    "version is 004010 or 005010, such as 005010VICS with the letters of a guide, not \"" + text
                            + "\"");
        }
        return text;
    }

    private static String edifact(String text) {
        if (!text.matches("D:(96A|01B):UN(:[A-Z0-9]{1,6})?")) {
            throw new IllegalArgumentException("version is that of a directory, such as D:96A:UN:EAN005 or"
                    + " D:01B:UN:EAN007, not \"" + text + "\"");
        }
        return text;
    }

    private static int length(String text) {
        if (!text.matches("\\d{1,2}")) {
            throw new IllegalArgumentException("ship.to.length is a number of characters, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
