package org.lottrace.edi.asn856.internal.wire;

import java.util.ArrayList;
import java.util.List;

/** The shipment (HL03 = S). */
public final class Shipment extends Level {
    /** What {@link #carrier} is, TD502. */
    public String carrierQualifier;
    /** TD503. */
    public String carrier;

    public String billOfLading;
    /** Number of the delivery note; read when there is no bill of lading. */
    public String deliveryNote;

    public String shipDate;
    public List<PartyReference> parties = new ArrayList<>();
}
