package org.lottrace.edi.asn856.internal.wire;

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

    /** CTT01. */
    public Integer levelCount;
}
