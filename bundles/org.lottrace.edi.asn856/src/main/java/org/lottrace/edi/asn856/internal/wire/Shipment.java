package org.lottrace.edi.asn856.internal.wire;

import java.util.ArrayList;
import java.util.List;

/** The shipment (HL03 = S). */
public final class Shipment extends Level {
    /** What {@link #carrier} is, TD502. */
    public String carrierQualifier;
    /** TD503. */
    public String carrier;

    /** Name of the carrier, TD505; written only. */
    public String routing;

    /** TD102; written only. */
    public String packageCount;

    /** TD106: gross; written only. */
    public String grossWeightQualifier;

    /** TD107; written only. */
    public String grossWeight;

    /** TD108; written only. */
    public String grossWeightUnit;

    /** TD301: trailer; written only. */
    public String equipmentKind;

    /** Its number, TD303; written only. */
    public String equipment;

    /** TD309; written only. */
    public String seal;

    public String billOfLading;
    /** Number that the carrier gave the shipment; written only. */
    public String proNumber;
    /** Number of the delivery note; read when there is no bill of lading. */
    public String deliveryNote;

    public String shipDate;
    public List<PartyReference> parties = new ArrayList<>();
}
