package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.api.edi.SetSegment;

/**
 * Segments of EDIFACT in the one form in which bindings read them: a date as CCYYMMDD, its time as a component of its own behind the
 * format, and an amount with a decimal point. A date in another form is given with its format, and is refused where it is needed.
 *
 * <p>Source: EDIFACT data element 2379 (101 YYMMDD, 102 CCYYMMDD, 201 YYMMDDHHMM, 203 CCYYMMDDHHMM, 204 CCYYMMDDHHMMSS).
 */
final class Normal {
    private static final Pattern SHORT = Pattern.compile("(\\d{6})(\\d{4})?");
    private static final Pattern LONG = Pattern.compile("(\\d{8})(\\d{4,6})?");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d*,\\d+");
    private static final String COMPONENT = String.valueOf(SetSegment.COMPONENT);

    private Normal() {}

    static SetSegment of(SetSegment segment) {
        return switch (segment.tag()) {
            case "DTM" -> date(segment);
            case "QTY", "CNT" -> amount(segment, 1, 2);
            case "MEA" -> amount(segment, 3, 2);
            default -> segment;
        };
    }

    private static SetSegment date(SetSegment dtm) {
        String format = dtm.component(1, 3);
        Pattern form =
                switch (format) {
                    case "101", "201" -> SHORT;
                    case "102", "203", "204", "" -> LONG;
                    default -> null;
                };
        String text = dtm.component(1, 2);
        Matcher matcher = form == null ? null : form.matcher(text);
        if (matcher == null || !matcher.matches()) {
            return text.isEmpty()
                    ? dtm
                    : with(
                            dtm,
                            1,
                            String.join(COMPONENT, dtm.component(1, 1), text + " (format " + format + ")", format));
        }
        String time = matcher.group(2) == null ? "" : matcher.group(2);
        String day = form == SHORT ? "20" + matcher.group(1) : matcher.group(1);
        return with(dtm, 1, String.join(COMPONENT, dtm.component(1, 1), day, format, time));
    }

    private static SetSegment amount(SetSegment segment, int element, int component) {
        String text = segment.component(element, component);
        if (!AMOUNT.matcher(text).matches()) {
            return segment;
        }
        String[] components = segment.element(element).split(COMPONENT, -1);
        components[component - 1] = text.replace(',', '.');
        return with(segment, element, String.join(COMPONENT, components));
    }

    private static SetSegment with(SetSegment segment, int element, String text) {
        List<String> elements = new ArrayList<>(segment.elements());
        elements.set(element, text);
        return new SetSegment(segment.position(), segment.loop(), segment.opens(), elements);
    }
}
