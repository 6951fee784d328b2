package org.lottrace.gs1.internal.scan;

import org.lottrace.gs1.internal.rule.Fault;
import org.lottrace.gs1.internal.syntax.Component;
import org.lottrace.gs1.internal.syntax.Format;

/** Holds the value of an element against the components of its format. */
final class ValueCheck {
    private ValueCheck() {}

    static void check(Element element, Findings findings) {
        Located value = element.value();
        Format format = element.format();
        if (value.length() > format.longest()) {
            findings.problem(
                    value.offset(format.longest()),
                    value.length() - format.longest(),
                    format.ai(),
                    "VALUE_TOO_LONG",
                    format.longest(),
                    value.length());
        }
        int next = 0;
        for (Component component : format.components()) {
            int end = Math.min(value.length(), next + component.longest());
            boolean isLeftOut = component.isOptional() && next == end;
            if (isLeftOut) {
                continue;
            }
            if (end - next < component.shortest()) {
                findings.problem(
                        value.offset(value.length()),
                        0,
                        format.ai(),
                        "VALUE_TOO_SHORT",
                        Math.max(format.shortest(), next + component.shortest()),
                        value.length());
                return;
            }
            checkPart(element, next, end, component, findings);
            next = end;
        }
    }

    private static void checkPart(Element element, int from, int to, Component component, Findings findings) {
        Located part = element.value().between(from, to);
        component.rule().fault(part.text()).ifPresent(fault -> report(element, part, fault, findings));
    }

    private static void report(Element element, Located part, Fault fault, Findings findings) {
        findings.problem(
                part.offset(fault.from()),
                part.offset(fault.to()) - part.offset(fault.from()),
                element.ai(),
                fault.rule(),
                part.text().substring(fault.from(), fault.to()));
    }
}
