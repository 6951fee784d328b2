package org.lottrace.edi.x12.internal.schema;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.x12.internal.schema.SegmentForm.CompositeForm;
import org.lottrace.edi.x12.internal.schema.SegmentForm.Rule;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Findings;
import org.lottrace.edi.x12.internal.syntax.Segment;

/** Holds the elements of a segment against its form. */
final class SegmentCheck {
    private final char component;
    private final boolean shortDates;
    private final Findings findings;

    /** @param shortDates as in {@link ElementForm#fault} */
    SegmentCheck(char component, boolean shortDates, Findings findings) {
        this.component = component;
        this.shortDates = shortDates;
        this.findings = findings;
    }

    void check(Segment segment, SegmentForm form) {
        int defined = form.elements().size();
        for (int i = 1; i <= Math.max(segment.size(), defined); i++) {
            String text = stripped(segment.element(i));
            if (i > defined) {
                if (!text.isEmpty()) {
                    add("TOO_MANY_DATA_ELEMENTS", segment, i);
                    break;
                }
            } else if (text.isEmpty()) {
                if (form.required().get(i - 1)) {
                    add("REQUIRED_DATA_ELEMENT_MISSING", segment, i);
                }
            } else {
                CompositeForm composite = form.composites().get(i);
                if (composite != null) {
                    components(segment, i, composite);
                }
                Optional<ElementForm> type = form.elements().get(i - 1);
                Optional<String> fault = type.isPresent() ? fault(type.get(), text) : Optional.empty();
                if (fault.isPresent()) {
                    add(fault.get(), segment, i);
                }
            }
        }
        for (Rule rule : form.rules()) {
            check(segment, rule);
        }
    }

    /** Java takes the separator of the components of EDIFACT for a space. */
    private String stripped(String text) {
        return text.indexOf(component) >= 0 ? text : text.strip();
    }

    private void components(Segment segment, int element, CompositeForm form) {
        int sent = (int) segment.element(element)
                        .chars()
                        .filter(c -> c == component)
                        .count()
                + 1;
        int defined = form.components().size();
        for (int i = 1; i <= Math.max(sent, defined); i++) {
            String text = segment.component(element, i);
            if (i > defined) {
                add("TOO_MANY_COMPONENTS", segment, element, i);
                return;
            } else if (text.isEmpty()) {
                if (form.required().get(i - 1)) {
                    add("REQUIRED_DATA_ELEMENT_MISSING", segment, element, i);
                }
            } else {
                int number = i;
                fault(form.components().get(i - 1), text).ifPresent(code -> add(code, segment, element, number));
            }
        }
    }

    /** In EDIFACT a decimal may be written with a comma, whatever UNA says (ISO 9735). */
    private Optional<String> fault(ElementForm type, String written) {
        boolean isDecimal = component == SetSegment.COMPONENT && type.base() == ElementForm.Base.DECIMAL;
        String text = isDecimal ? written.replace(',', '.') : written;
        return text.indexOf(component) >= 0 ? Optional.of("TOO_MANY_COMPONENTS") : type.fault(text, shortDates);
    }

    private void check(Segment segment, Rule rule) {
        List<Integer> positions = rule.positions();
        int present = present(segment, positions);
        List<Integer> others = positions.subList(1, positions.size());
        boolean first = isThere(segment, positions.get(0));
        switch (rule.relation()) {
            case PAIRED -> {
                if (present > 0 && present < positions.size()) {
                    missing(segment, positions);
                }
            }
            case REQUIRED -> {
                if (present == 0) {
                    add("CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING", segment, positions.get(0));
                }
            }
            case EXCLUSION -> {
                if (present > 1) {
                    positions.stream()
                            .filter(i -> isThere(segment, i))
                            .skip(1)
                            .forEach(i -> add("EXCLUSION_CONDITION_VIOLATED", segment, i));
                }
            }
            case CONDITIONAL -> {
                if (first) {
                    missing(segment, others);
                }
            }
            case LIST -> {
                if (first && present == 1) {
                    add("CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING", segment, others.get(0));
                }
            }
        }
    }

    private int present(Segment segment, List<Integer> positions) {
        int present = 0;
        for (int position : positions) {
            present += isThere(segment, position) ? 1 : 0;
        }
        return present;
    }

    private void missing(Segment segment, List<Integer> positions) {
        positions.stream()
                .filter(i -> !isThere(segment, i))
                .forEach(i -> add("CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING", segment, i));
    }

    private boolean isThere(Segment segment, int element) {
        String text = segment.element(element);
        return !text.isEmpty() && !stripped(text).isEmpty();
    }

    private void add(String code, Segment segment, int element, int number) {
        findings.add(Finding.of(code, segment, element, number, SchemaMessages.of(code, segment.tag())));
    }

    private void add(String code, Segment segment, int element) {
        findings.add(Finding.of(code, segment, element, SchemaMessages.of(code, segment.tag())));
    }
}
