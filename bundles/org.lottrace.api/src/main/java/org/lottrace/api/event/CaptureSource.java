package org.lottrace.api.event;

/** How an event reached LotTrace. */
public enum CaptureSource {
    SCANNER,
    ERP,
    EDI,
    CONSOLE
}
