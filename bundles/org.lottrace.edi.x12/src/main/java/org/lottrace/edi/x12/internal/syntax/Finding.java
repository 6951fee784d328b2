package org.lottrace.edi.x12.internal.syntax;

import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Something wrong with a file, and where.
 *
 * @param code stable word
 * @param position of the segment in the file, 1 for the first; 0 when it concerns the file
 * @param tag of the segment; of the missing one when a segment is missing; may be empty
 * @param element number of the element; 0 when it concerns the segment
 * @param component number of the component within the element; 0 when it concerns the element
 * @param text what stands there, cut to 100 characters; may be empty
 * @param message for people
 */
public record Finding(String code, int position, String tag, int element, int component, String text, String message) {
    private static final int LONGEST_TEXT = 100;

    public Finding {
        text = text.replace(SetSegment.COMPONENT, ':');
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** About an element or a segment, not about a component. */
    public Finding(String code, int position, String tag, int element, String text, String message) {
        this(code, position, tag, element, 0, text, message);
    }

    /** @return a finding about the whole file */
    public static Finding ofFile(String code, String message) {
        return new Finding(code, 0, "", 0, "", message);
    }

    /** @return a finding about a segment */
    public static Finding of(String code, Segment segment, String message) {
        return new Finding(code, segment.position(), segment.tag(), 0, "", message);
    }

    /** @return a finding about an element */
    public static Finding of(String code, Segment segment, int element, String message) {
        return new Finding(
                code,
                segment.position(),
                segment.tag(),
                element,
                segment.element(element).strip(),
                message);
    }

    /** @return a finding about a component of an element */
    public static Finding of(String code, Segment segment, int element, int component, String message) {
        return new Finding(
                code,
                segment.position(),
                segment.tag(),
                element,
                component,
                segment.component(element, component),
                message);
    }

    /** @return the same for the log and the report */
    public Violation violation() {
        if (position == 0) {
            return new Violation(code, ViolationPath.WHOLE, message);
        }
        ViolationPath segment = ViolationPath.of(PathStep.position(String.valueOf(position)), PathStep.segment(tag));
        ViolationPath path = element == 0
                ? segment
                : segment.then(PathStep.element(component == 0 ? String.valueOf(element) : element + ":" + component));
        return new Violation(code, path, text.isEmpty() ? message : message + ": \"" + text + "\"");
    }
}
