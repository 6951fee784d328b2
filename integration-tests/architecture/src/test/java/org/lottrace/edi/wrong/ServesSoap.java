package org.lottrace.edi.wrong;

import org.apache.cxf.Bus;

/** CXF outside of soap, rest and the web gate. */
public interface ServesSoap {
    Bus bus();
}
