package org.lottrace.edi.asn856.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
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
    /** Of a partner with whom nothing was agreed. */
    static final KeyDataRules NONE = new KeyDataRules(List.of());

    private static final Map<String, KeyDataElement> USUAL = Map.ofEntries(
            Map.entry("LIN_N4", KeyDataElement.NDC),
            Map.entry("LIN_ND", KeyDataElement.NDC),
            Map.entry("LIN_CH", KeyDataElement.COUNTRY_OF_ORIGIN),
            Map.entry("LIN_SN", KeyDataElement.SERIAL),
            Map.entry("REF_SE", KeyDataElement.SERIAL),
            Map.entry("REF_SN", KeyDataElement.SEAL),
            Map.entry("REF_CN", KeyDataElement.CARRIER_REFERENCE),
            Map.entry("REF_2I", KeyDataElement.CARRIER_REFERENCE),
            Map.entry("REF_IV", KeyDataElement.REFERENCE_RECORD),
            Map.entry("REF_MB", KeyDataElement.REFERENCE_RECORD),
            Map.entry("REF_PK", KeyDataElement.REFERENCE_RECORD),
            Map.entry("REF_SI", KeyDataElement.REFERENCE_RECORD),
            Map.entry("RFF_CN", KeyDataElement.CARRIER_REFERENCE),
            Map.entry("RFF_IV", KeyDataElement.REFERENCE_RECORD),
            Map.entry("RFF_PK", KeyDataElement.REFERENCE_RECORD),
            Map.entry("RFF_SN", KeyDataElement.SEAL),
            Map.entry("GIN_BN", KeyDataElement.SERIAL));

    private static final Pattern RULE =
            Pattern.compile("([A-Za-z]+)=((?:DTM|REF|RFF|LIN|PIA|GIN)_[A-Z0-9]{1,3}|(?:N1|NAD)(?:_[A-Z0-9]{1,3})?)");
    private static final Set<KeyDataType> FROM_ONE_TEXT = Set.of(KeyDataType.TEXT, KeyDataType.CODE, KeyDataType.DATE);

    private final List<Rule> rules;

    private record Rule(KeyDataElement element, String segment) {}

    private KeyDataRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
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
        return new Rule(element, segment);
    }

    /** @return what a segment, or a pair of LIN, of that name says with this text; none when nobody knows, or when the text is no such value */
    List<KeyDatum> read(String name, String said) {
        String text = plain(said);
        if (text.isEmpty()) {
            return List.of();
        }
        List<KeyDatum> data = new ArrayList<>();
        agreed(name).forEach(element -> datum(element, name, text).ifPresent(data::add));
        if (data.isEmpty() && USUAL.containsKey(name)) {
            datum(USUAL.get(name), name, text).ifPresent(data::add);
        }
        return data;
    }

    /**
     * @param role of the party
     * @param isBelowOrders whether it stands at a pallet, a pack or goods
     * @return what the party is there; none when nothing was agreed
     */
    List<KeyDataElement> party(String tag, String role, boolean isBelowOrders) {
        return Stream.concat(agreed(tag + "_" + role), isBelowOrders ? agreed(tag) : Stream.empty())
                .distinct()
                .toList();
    }

    /** Java takes the separator of components for a space, which alone says nothing. */
    static String plain(String text) {
        return text.replace(SetSegment.COMPONENT, ' ').strip();
    }

    private Stream<KeyDataElement> agreed(String name) {
        return rules.isEmpty()
                ? Stream.empty()
                : rules.stream().filter(rule -> rule.segment.equals(name)).map(Rule::element);
    }

    /** A serial number may be too long. */
    private static Optional<KeyDatum> datum(KeyDataElement element, String name, String text) {
        return value(element, name, text)
                .map(value -> new KeyDatum(element.word(), value))
                .filter(datum -> datum.fault().isEmpty());
    }

    private static Optional<KeyDataValue> value(KeyDataElement element, String name, String text) {
        if (element == KeyDataElement.REFERENCE_RECORD) {
            return Optional.of(new KeyDataValue.Text(name.substring(name.indexOf('_') + 1) + " " + text));
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
