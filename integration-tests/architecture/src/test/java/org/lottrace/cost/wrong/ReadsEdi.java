package org.lottrace.cost.wrong;

import io.xlate.edi.stream.EDIStreamReader;

/** StAEDI outside of edi. */
public interface ReadsEdi {
    EDIStreamReader reader();
}
