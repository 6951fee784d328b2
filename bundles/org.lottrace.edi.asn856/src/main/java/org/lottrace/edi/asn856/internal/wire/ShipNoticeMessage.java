package org.lottrace.edi.asn856.internal.wire;

import java.util.List;

/** The transaction set. Texts as they stand in the message; what was not sent is {@code null}. */
public final class ShipNoticeMessage {
    /** BSN01. */
    public String purpose;
    /** BSN02. */
    public String number;
    /** BSN03. */
    public String date;
    /** BSN04. */
    public String time;
    /** BSN05. */
    public String structure;

    public Shipment shipment;
    /** All levels of what was read, in the order of the message; of a large one each is read whenever it is asked for. */
    public List<Level> all = List.of();

    /** CTT01. */
    public Integer levelCount;
}
