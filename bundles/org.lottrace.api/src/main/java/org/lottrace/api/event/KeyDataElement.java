package org.lottrace.api.event;

import static org.lottrace.api.event.KeyDataType.CODE;
import static org.lottrace.api.event.KeyDataType.DATE;
import static org.lottrace.api.event.KeyDataType.PARTY;
import static org.lottrace.api.event.KeyDataType.PLACE;
import static org.lottrace.api.event.KeyDataType.QUANTITY;
import static org.lottrace.api.event.KeyDataType.TEXT;
import static org.lottrace.api.event.KeyDataType.TIME;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one catalogue of what an event, a line of it or a lot can say beyond what every event says. A new regime, a sensor or
 * a catch weight adds entries here, never columns. An entry that was ever written stays, with its word and its type.
 */
public enum KeyDataElement {
    LOT_NUMBER("lotNumber", TEXT, "", "GS1 AI (10)", "the number as it is marked on the goods, when it was corrected"),
    SUPPLIER_LOT_NUMBER(
            "supplierLotNumber", TEXT, "", "21 CFR 1.1330(a)", "the number exactly as the supplier wrote it"),
    MADE_AT("madeAt", CODE, "", "ISA-95 site", "code of the own site that produced the lot"),
    PRODUCTION_DATE("productionDate", DATE, "", "GS1 AI (11)", "when it was produced"),
    PACKAGING_DATE("packagingDate", DATE, "", "GS1 AI (13)", "when it was packed"),
    BEST_BEFORE_DATE("bestBeforeDate", DATE, "", "GS1 AI (15)", "until when it is of full quality"),
    SELL_BY_DATE("sellByDate", DATE, "", "GS1 AI (16)", "until when it may be sold"),
    EXPIRY_DATE("expiryDate", DATE, "", "GS1 AI (17)", "last day on which it may be used"),
    HARVEST_DATE("harvestDate", DATE, "", "21 CFR 1.1325(a)", "when it was harvested"),
    HARVEST_LOCATION("harvestLocation", TEXT, "", "21 CFR 1.1325(a)", "farm and field, or container in aquaculture"),
    COOLING_DATE("coolingDate", DATE, "", "21 CFR 1.1325(b)", "when it was first cooled"),
    LANDING_DATE("landingDate", DATE, "", "21 CFR 1.1335", "when seafood was landed"),
    CATCH_AREA("catchArea", CODE, "", "GS1 AI (7005)", "FAO area in which seafood was caught"),
    SPECIES("species", CODE, "", "GS1 AI (7008)", "ASFIS code of the species"),
    COUNTRY_OF_ORIGIN("countryOfOrigin", CODE, "", "GS1 AI (422), ISO 3166", "where it comes from"),
    FREEZING_DATE("freezingDate", DATE, "", "GS1 AI (7006)", "when it was first frozen"),
    OPENING_DATE("openingDate", DATE, "", "Regulation (EU) 1169/2011, art. 25 (2)", "when it was opened"),
    THAWING_DATE("thawingDate", DATE, "", "Regulation (EU) 1169/2011, annex VI part A 2", "when it was thawed"),
    POTENCY("potency", QUANTITY, "P1", "GS1 AI (7004)", "content of the active ingredient, in percent"),
    GRADE("grade", CODE, "", "UNECE and company standards", "class of quality"),
    CERTIFICATE("certificate", TEXT, "", "GS1 AI (7230)", "number of a certificate, with who issued it"),
    TLC_SOURCE("traceabilityLotCodeSource", PARTY, "", "21 CFR 1.1310", "who assigned the traceability lot code"),
    TLC_SOURCE_PLACE(
            "traceabilityLotCodeSourcePlace",
            PLACE,
            "",
            "21 CFR 1.1310",
            "where the traceability lot code was assigned"),
    TLC_SOURCE_REFERENCE(
            "traceabilityLotCodeSourceReference",
            TEXT,
            "",
            "21 CFR 1.1310",
            "who assigned the traceability lot code, as a partner names it: number, name, address and telephone"),
    NDC("ndc", CODE, "", "21 CFR 207.33", "National Drug Code of the labeler, product and package"),
    PRODUCT_DESCRIPTION("productDescription", TEXT, "", "21 CFR 1.1310", "name, brand, commodity, pack size and style"),
    SHIP_FROM("shipFrom", PLACE, "", "21 CFR 1.1340(a)", "where it was shipped from"),
    SHIP_TO("shipTo", PLACE, "", "21 CFR 1.1345(a)", "where it was received"),
    REFERENCE_RECORD("referenceRecord", TEXT, "", "21 CFR 1.1310", "type and number of the document of record"),
    BUSINESS_STEP("businessStep", CODE, "", "GS1 CBV 7.1", "the step as a partner's EPCIS event named it"),
    NET_WEIGHT("netWeight", QUANTITY, "KGM", "GS1 AI (310n)", "catch weight of what moved"),
    GROSS_WEIGHT("grossWeight", QUANTITY, "KGM", "GS1 AI (330n)", "of what moved, with its packaging"),
    UNIT_NET_WEIGHT(
            "unitNetWeight", QUANTITY, "KGM", "X12 MEA, EDIFACT MEA", "of the pack or pallet in which the goods are"),
    UNIT_GROSS_WEIGHT(
            "unitGrossWeight",
            QUANTITY,
            "KGM",
            "X12 MEA, PO4, EDIFACT MEA",
            "of the pack or pallet in which the goods are, with its packaging"),
    PACKAGES("packages", QUANTITY, "C62", "X12 TD102", "how many packages were handed to the carrier"),
    SERIAL("serial", TEXT, "", "GS1 AI (21)", "serial number of one of the pieces that moved"),
    PIECES("pieces", QUANTITY, "C62", "GS1 AI (37)", "pieces that a catch weight was taken of"),
    TEMPERATURE("temperature", QUANTITY, "CEL", "EPCIS 2.0 sensorElement", "measured at the goods"),
    LOWEST_TEMPERATURE(
            "lowestTemperature", QUANTITY, "CEL", "EPCIS 2.0 sensorElement", "of the time that the event covers"),
    HIGHEST_TEMPERATURE(
            "highestTemperature", QUANTITY, "CEL", "EPCIS 2.0 sensorElement", "of the time that the event covers"),
    HUMIDITY("humidity", QUANTITY, "P1", "EPCIS 2.0 sensorElement", "relative, measured at the goods"),
    SENSOR("sensor", TEXT, "", "EPCIS 2.0 deviceID", "what measured"),
    MEASURED_AT("measuredAt", TIME, "", "EPCIS 2.0 sensorMetadata", "when it was measured"),
    STARTED_AT("startedAt", TIME, "", "ISA-95 segment response", "when what the event reports began"),
    EQUIPMENT("equipment", PLACE, "", "ISA-95 equipment", "machine, tank or vessel that was used"),
    PERSONNEL("personnel", TEXT, "", "ISA-95 personnel", "who worked"),
    CARRIER("carrier", PARTY, "", "21 CFR 1.1340, X12 TD5", "who carried it"),
    VEHICLE("vehicle", PLACE, "", "X12 TD3", "what it was carried in"),
    ROUTING("routing", TEXT, "", "X12 TD505", "which way the carrier was to bring it, or the carrier's name"),
    NAMED_PARTY(
            "namedParty",
            TEXT,
            "",
            "21 U.S.C. 360eee(26), X12 N1",
            "a party as a partner names it: its role, name, number, address and telephone"),
    CARRIER_REFERENCE(
            "carrierReference",
            TEXT,
            "",
            "X12 REF CN, 2I",
            "the carrier's number of the freight: PRO or tracking number"),
    STATEMENT(
            "statement",
            TEXT,
            "",
            "21 U.S.C. 360eee(27), X12 YNQ",
            "what a partner affirms or denies of the goods, such as a transaction statement"),
    SEAL("seal", TEXT, "", "X12 TD309", "number of the seal"),
    CARRIER_CODE("carrierCode", CODE, "", "X12 TD503, SCAC", "standard code of who carried it, two to four letters"),
    BILL_OF_LADING("billOfLading", TEXT, "", "X12 REF BM", "number of the bill of lading"),
    NUMBER_TEMPLATE(
            "numberTemplate",
            TEXT,
            "",
            "LotTrace",
            "the template by which the lot was numbered, and by which its number is read back"),
    REASON("reason", TEXT, "", "21 CFR 11.10(e)", "why a record was corrected"),
    RELEASED_HOLD("releasedHold", TEXT, "", "GS1 CBV 7.2", "id of the event whose hold ends"),
    HELD_AT("heldAt", PLACE, "", "GS1 CBV 7.2", "place whose goods alone are held"),
    HELD_UNIT("heldUnit", TEXT, "", "GS1 AI (00)", "logistic unit whose goods alone are held"),
    HOLD_QUESTION("holdQuestion", TEXT, "", "LotTrace", "the question by which the lots were found that are held"),
    REVERSED_WITH(
            "reversedWith",
            TEXT,
            "",
            "LotTrace",
            "id of the reversal that this one was recorded with, because its event stood on the one that is reversed there"),
    COUNTED(
            "counted",
            TEXT,
            "",
            "LotTrace",
            "what a line of a count sheet says: the quantity as entered, the lot, and its position, with blanks between"),
    CONDITION("condition", CODE, "", "GS1 CBV 7.2", "damaged, when goods came so"),
    FINDING("finding", CODE, "", "LotTrace", "what was wrong with a report that was recorded all the same"),
    UNEXPLAINED_FOR(
            "unexplainedFor",
            TEXT,
            "",
            "LotTrace",
            "id of the report for which the book had too little of what is found here"),
    OUTPUT_ROLE(
            "outputRole", CODE, "", "IAS 2.14", "as what it came out: main product, co-product, by-product or scrap"),
    COST_SHARE(
            "costShare",
            TEXT,
            "",
            "IAS 2.14",
            "weight of a main product or co-product in what was consumed, and its lot, with a blank between"),
    SHARES_ANEW(
            "sharesAnew",
            TEXT,
            "",
            "LotTrace",
            "id of the production of which this is a later output: its edges stand instead of those recorded before"),
    SHARES_ALSO(
            "sharesAlso",
            TEXT,
            "",
            "LotTrace",
            "how many of the edges, from the first not named yet on, share another production anew of which this may be a later"
                    + " output, and its id, with a blank between"),
    NESTED_UNIT(
            "nestedUnit",
            TEXT,
            "",
            "EPCIS 2.0 AggregationEvent, action ADD",
            "SSCC of a logistic unit, and of the one in which it is now, with a blank between"),
    TAKEN_OUT_UNIT(
            "takenOutUnit",
            TEXT,
            "",
            "EPCIS 2.0 AggregationEvent, action DELETE",
            "SSCC of a logistic unit, and of the one in which it is no longer, with a blank between"),
    MOVED_UNIT("movedUnit", CODE, "", "GS1 AI (00)", "SSCC of a logistic unit that moved with all that is in it"),
    CONSIGNED_BY(
            "consignedBy",
            PARTY,
            "",
            "IFRS 15.B77",
            "the supplier to whom goods belong that came on consignment, until they are used"),
    CREDITOR("creditor", PARTY, "", "UBL 2.1 Invoice", "who is owed what a cost document says"),
    COST_ELEMENT("costElement", CODE, "", "IAS 2.10", "what the cost was paid for"),
    COST_KEY(
            "costKey",
            CODE,
            "",
            "LotTrace",
            "by what a cost is split over lots, why a lot is valued anew, or how an item is valued"),
    COST_AMOUNT("costAmount", TEXT, "", "LotTrace", "the whole amount of a cost document, with its currency"),
    LATE_COST("lateCost", CODE, "", "LotTrace", "where the part of a cost goes whose goods are gone"),
    COST_LINE(
            "costLine",
            TEXT,
            "",
            "LotTrace",
            "a line of a cost document: quantity, amount and order line of an invoice, else measure or value, and the lot"),
    EXCHANGE_RATE(
            "exchangeRate",
            TEXT,
            "",
            "IAS 21.21",
            "currency, what one of it is worth in the currency of the books, its day, and its source, with blanks between"),
    SAMPLE_PURPOSE("samplePurpose", TEXT, "", "GS1 CBV 7.1 sampling", "what a sample was taken for"),
    SAMPLE_FATE("sampleFate", CODE, "", "LotTrace", "whether a sample is used up or kept"),
    DISPOSAL_REASON("disposalReason", TEXT, "", "LotTrace", "why goods were disposed of"),
    WITNESS("witness", TEXT, "", "LotTrace", "who saw it, besides who did it"),
    RECEIVED_BY("receivedBy", TEXT, "", "LotTrace", "who took a shipment in at the customer"),
    NUMBER_TOLD(
            "numberTold",
            TEXT,
            "",
            "LotTrace",
            "the number of its document as it was reported, when another one had it"),
    BLIND_COUNTED(
            "blindCounted",
            TEXT,
            "",
            "LotTrace",
            "as counted, of a count that books nothing: who counted did not see the book");

    private static final Map<String, KeyDataElement> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(KeyDataElement::word, Function.identity()));

    private final String word;
    private final KeyDataType type;
    private final String unit;
    private final String source;
    private final String meaning;

    KeyDataElement(String word, KeyDataType type, String unit, String source, String meaning) {
        this.word = word;
        this.type = type;
        this.unit = unit;
        this.source = source;
        this.meaning = meaning;
    }

    /** @return the name as it is written */
    public String word() {
        return word;
    }

    /** @return the type of its values */
    public KeyDataType type() {
        return type;
    }

    /** @return the one UNECE Recommendation 20 unit of its values; empty when it has none */
    public Optional<String> unit() {
        return unit.isEmpty() ? Optional.empty() : Optional.of(unit);
    }

    /** @return the standard or law that defines it, with the clause */
    public String source() {
        return source;
    }

    /** @return what it says, for people */
    public String meaning() {
        return meaning;
    }

    /**
     * @return this element with that value
     * @throws IllegalArgumentException if the value is of another type or unit
     */
    public KeyDatum is(KeyDataValue value) {
        KeyDatum datum = new KeyDatum(word, value);
        datum.fault().ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return datum;
    }

    /** @return the element with that name, or empty */
    public static Optional<KeyDataElement> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    Optional<String> faultOfUnit(KeyDataValue value) {
        return value instanceof KeyDataValue.Amount amount
                        && !amount.quantity().unit().code().equals(unit)
                ? Optional.of(word + " is given in " + unit + ", not in "
                        + amount.quantity().unit())
                : Optional.empty();
    }
}
