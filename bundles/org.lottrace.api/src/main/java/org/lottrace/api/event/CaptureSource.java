package org.lottrace.api.event;

import org.lottrace.api.code.Coded;

/** How an event reached LotTrace. */
public enum CaptureSource implements Coded {
    SCANNER("SCANNER"),
    ERP("ERP"),
    EDI("EDI"),
    CONSOLE("CONSOLE");

    private final String code;

    CaptureSource(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
