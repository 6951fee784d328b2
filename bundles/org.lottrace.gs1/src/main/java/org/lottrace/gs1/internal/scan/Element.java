package org.lottrace.gs1.internal.scan;

import org.lottrace.api.identification.ScannedElement;
import org.lottrace.gs1.internal.syntax.Format;

/**
 * An element as it was read.
 *
 * @param format of its identifier
 * @param offset where the identifier was scanned
 * @param value without it
 */
record Element(Format format, int offset, Located value) {
    String ai() {
        return format.ai();
    }

    ScannedElement scanned() {
        return new ScannedElement(ai(), value.text(), format.title(), value.start());
    }
}
