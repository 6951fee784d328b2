package org.lottrace.edi.asn856.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.partner.NoticeKeyData;

/**
 * Which segment says which key data element by its qualifier: those that everybody sends alike, and what was agreed with a partner
 * ({@code key.data} in its properties), which counts first.
 *
 * <p>Source: X12 data elements 128 (REF) and 235 (LIN); EDIFACT 1153 (RFF) and 7405 (GIN).
 */
final class KeyDataRules {
    /** By tag, then qualifier. */
    private static final Map<String, Map<String, KeyDataElement>> USUAL = Map.of(
            "LIN",
            Map.of(
                    "N4", KeyDataElement.NDC,
                    "ND", KeyDataElement.NDC,
                    "CH", KeyDataElement.COUNTRY_OF_ORIGIN,
                    "SN", KeyDataElement.SERIAL),
            "REF",
            Map.of(
                    "SE", KeyDataElement.SERIAL,
                    "SN", KeyDataElement.SEAL,
                    "CN", KeyDataElement.CARRIER_REFERENCE,
                    "2I", KeyDataElement.CARRIER_REFERENCE,
                    "IV", KeyDataElement.REFERENCE_RECORD,
                    "MB", KeyDataElement.REFERENCE_RECORD,
                    "PK", KeyDataElement.REFERENCE_RECORD,
                    "SI", KeyDataElement.REFERENCE_RECORD),
            "RFF",
            Map.of(
                    "CN", KeyDataElement.CARRIER_REFERENCE,
                    "IV", KeyDataElement.REFERENCE_RECORD,
                    "PK", KeyDataElement.REFERENCE_RECORD,
                    "SN", KeyDataElement.SEAL),
            "GIN",
            Map.of("BN", KeyDataElement.SERIAL));

    private static final Pattern RULE =
            Pattern.compile("([A-Za-z]+)=((?:DTM|REF|RFF|LIN|PIA|GIN)_[A-Z0-9]{1,3}|(?:N1|NAD)(?:_[A-Z0-9]{1,3})?)");
    private static final Set<KeyDataType> FROM_ONE_TEXT = Set.of(KeyDataType.TEXT, KeyDataType.CODE, KeyDataType.DATE);

    /** Of a partner with whom nothing was agreed. */
    static final KeyDataRules NONE = new KeyDataRules(List.of());

    private final List<Rule> rules;
    /** By tag, then qualifier: what was agreed and what is usual. */
    private final Map<String, Map<String, Elements>> table;

    /** @param usual counts when what was agreed says nothing */
    private record Elements(List<KeyDataElement> agreed, Optional<KeyDataElement> usual) {}

    /** @param qualifier empty for any */
    private record Rule(KeyDataElement element, String tag, String qualifier) {}

    private KeyDataRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.table = table();
    }

    private Map<String, Map<String, Elements>> table() {
        Map<String, Map<String, Elements>> all = new HashMap<>();
        USUAL.forEach((tag, elements) -> elements.keySet().forEach(qualifier -> add(all, tag, qualifier)));
        rules.forEach(rule -> add(all, rule.tag, rule.qualifier));
        return all;
    }

    private void add(Map<String, Map<String, Elements>> all, String tag, String qualifier) {
        all.computeIfAbsent(tag, none -> new HashMap<>())
                .put(
                        qualifier,
                        new Elements(
                                agreed(tag, qualifier).toList(),
                                Optional.ofNullable(
                                        USUAL.getOrDefault(tag, Map.of()).get(qualifier))));
    }

    /**
     * @param words such as {@code harvestDate=DTM_510}; a party without a qualifier is any party below the orders
     * @throws IllegalArgumentException if a word has another form, or names an element that no notice says
     */
    static KeyDataRules of(List<String> words) {
        return words.isEmpty()
                ? NONE
                : new KeyDataRules(words.stream().map(KeyDataRules::rule).toList());
    }

    private static Rule rule(String word) {
        var matcher = RULE.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("key.data says \"" + word
                    + "\"; it is ELEMENT=SEGMENT_QUALIFIER, such as harvestDate=DTM_510 or harvestLocation=N1_ZW");
        }
        String segment = matcher.group(2);
        boolean isParty = segment.startsWith("N");
        KeyDataElement element = KeyDataElement.find(matcher.group(1))
                .filter(NoticeKeyData.ELEMENTS::contains)
                .filter(known -> isParty ? known.type() == KeyDataType.TEXT : FROM_ONE_TEXT.contains(known.type()))
                .filter(known -> known.type() == KeyDataType.DATE == segment.startsWith("DTM"))
                .orElseThrow(() -> new IllegalArgumentException("key.data says \"" + word + "\"; there " + segment
                        + " can say one of "
                        + NoticeKeyData.ELEMENTS.stream()
                                .filter(known -> isParty
                                        ? known.type() == KeyDataType.TEXT
                                        : known.type() == KeyDataType.DATE == segment.startsWith("DTM")
                                                && FROM_ONE_TEXT.contains(known.type()))
                                .map(KeyDataElement::word)
                                .sorted()
                                .toList()));
        int end = segment.indexOf('_');
        return end < 0
                ? new Rule(element, segment, "")
                : new Rule(element, segment.substring(0, end), segment.substring(end + 1));
    }

    /**
     * @param qualifier of a segment, or of a pair of LIN
     * @return what it says with this text; none when nobody knows, or when the text is no such value
     */
    List<KeyDatum> read(String tag, String qualifier, String said) {
        Map<String, Elements> ofTag = table.get(tag);
        Elements elements = ofTag == null ? null : ofTag.get(qualifier);
        if (elements == null) {
            return List.of();
        }
        String text = plain(said);
        if (text.isEmpty()) {
            return List.of();
        }
        List<KeyDatum> data = new ArrayList<>();
        elements.agreed.forEach(element -> datum(element, qualifier, text).ifPresent(data::add));
        if (data.isEmpty()) {
            elements.usual.flatMap(element -> datum(element, qualifier, text)).ifPresent(data::add);
        }
        return data;
    }

    /**
     * @param role of the party
     * @param isBelowOrders whether it stands at a pallet, a pack or goods
     * @return what the party is there; none when nothing was agreed
     */
    List<KeyDataElement> party(String tag, String role, boolean isBelowOrders) {
        return rules.isEmpty()
                ? List.of()
                : Stream.concat(agreed(tag, role), isBelowOrders ? agreed(tag, "") : Stream.empty())
                        .distinct()
                        .toList();
    }

    /** Java takes the separator of components for a space, which alone says nothing. */
    static String plain(String text) {
        return text.indexOf(SetSegment.COMPONENT) < 0
                ? text.strip()
                : text.replace(SetSegment.COMPONENT, ' ').strip();
    }

    private Stream<KeyDataElement> agreed(String tag, String qualifier) {
        return rules.stream()
                .filter(rule -> rule.tag.equals(tag) && rule.qualifier.equals(qualifier))
                .map(Rule::element);
    }

    /** A serial number may be too long. */
    private static Optional<KeyDatum> datum(KeyDataElement element, String qualifier, String text) {
        return value(element, qualifier, text)
                .map(value -> new KeyDatum(element.word(), value))
                .filter(datum -> datum.fault().isEmpty());
    }

    private static Optional<KeyDataValue> value(KeyDataElement element, String qualifier, String text) {
        if (element == KeyDataElement.REFERENCE_RECORD) {
            return Optional.of(new KeyDataValue.Text(qualifier + " " + text));
        }
        try {
            return Optional.of(
                    switch (element.type()) {
                        case CODE -> new KeyDataValue.Code(text);
                        case DATE -> new KeyDataValue.Day(Texts.date(text));
                        default -> new KeyDataValue.Text(text);
                    });
        } catch (DateTimeException isNone) {
            return Optional.empty(); // it is named as not used
        }
    }
}
