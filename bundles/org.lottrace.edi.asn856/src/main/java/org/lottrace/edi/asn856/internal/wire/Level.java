package org.lottrace.edi.asn856.internal.wire;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.event.KeyDatum;

/**
 * An HL loop. Every level has every field, so that a binding can fill it at the level where the partner sends it. Texts as
 * they stand in the message; what was not sent is {@code null}.
 */
public abstract class Level {
    /** HL01. */
    public String id;
    /** HL02. */
    public String parent;
    /** HL03. */
    public String code;
    /** Its place among all levels of the message that was read, 0 for the first. */
    public int index;

    /** Number of the receiver's order, PRF01. */
    public String order;
    /** Logistic unit, MAN02. */
    public String sscc;

    /** Line of the order, LIN01. */
    public String line;
    /** GTIN-12. */
    public String upc;
    /** GTIN-13. */
    public String ean;
    /** GTIN-14. */
    public String gtin;
    /** The receiver's item number. */
    public String receiverItem;
    /** The receiver's part number; read when there is no item number, never written. */
    public String receiverPart;
    /** The receiver's catalogue number; read when there is neither item nor part number, never written. */
    public String receiverCatalog;
    /** The sender's item number. */
    public String senderItem;
    /** The sender's part number; read when there is no item number, written when that is to be an NDC and none is known. */
    public String senderPart;

    public String lot;
    /** The lot where it is marked on the goods (GIN); read when there is no {@link #lot}. */
    public String lotMark;
    /** The lot as a reference (RFF); read when there is neither of the others. */
    public String lotReference;

    public String productionDate;
    public String expiry;
    /** Read when there is no {@link #expiry}. */
    public String bestBefore;
    /** Logistic unit by another qualifier; read when there is no {@link #sscc}. */
    public String ssccOther;

    /** SN102; QTY 12 of a DESADV. */
    public String quantity;
    /** SN103, X12 data element 355; of a DESADV UNECE Recommendation 20. */
    public String unit;
    /** Part of the quantity of an item that is of this lot; read when there is no {@link #quantity}. */
    public String split;

    public String splitUnit;

    /** How the goods or the package are marked, PCI; written only. */
    public String marking;
    /** Number of packages of the level, PAC; written only. */
    public String packages;
    /** Kind of the packages, PAC; written only. */
    public String packageType;

    /** Country of origin; written only. */
    public String country;

    /** Written only. */
    public String harvestDate;

    /** Kind of the {@link #description}, PID01; written only. */
    public String descriptionKind;

    /** The item in words, PID05; written only. */
    public String description;

    /** What was measured, MEA01 and MEA02; written only. */
    public String weightReference;

    public String weightQualifier;

    /** Catch weight of the goods, net, MEA03; written only. */
    public String weight;

    /** MEA04. */
    public String weightUnit;

    /** Numbers of the pieces; written only. */
    public List<SerialNumber> serials = new ArrayList<>();

    /** Who assigned the traceability lot code, as a loop of its own; written only. */
    public PartyReference source;

    /** What else the level says, whatever the binding reads. */
    public List<KeyDatum> keyData = List.of();

    /** The levels below, in the order of the message. */
    public List<Level> levels = new ArrayList<>();
}
