package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * In which words a ship notice is written: where what stands, and by which codes. The rules are the same for all.
 *
 * <p>Source: X12 856 004010; EDIFACT DESADV D.96A and D.01B.
 */
enum Dialect {
    X12(
            "BSN01",
            "BSN02",
            "BSN03",
            "BSN04",
            "DTM 011",
            "N1",
            "LIN",
            "SN1",
            "SN102",
            "SN103",
            "MAN GM",
            "UL",
            List.of("SF")),
    EDIFACT(
            "BGM03",
            "BGM02",
            "DTM 137",
            "DTM 137",
            "DTM 11",
            "NAD",
            "LIN",
            "QTY 12",
            "QTY 12",
            "QTY 12",
            "GIN",
            "9",
            List.of("SF", "PW"));

    final String purpose;
    final String number;
    final String date;
    final String time;
    final String shipDate;
    final String party;
    final String item;
    final String quantity;
    final String amount;
    final String unit;
    final String sscc;
    /** Says that a party is named by its GLN. */
    final String gln;
    /** Roles of the place the goods leave, the first that is there counts. */
    final List<String> shipFrom;

    Dialect(
            String purpose,
            String number,
            String date,
            String time,
            String shipDate,
            String party,
            String item,
            String quantity,
            String amount,
            String unit,
            String sscc,
            String gln,
            List<String> shipFrom) {
        this.purpose = purpose;
        this.number = number;
        this.date = date;
        this.time = time;
        this.shipDate = shipDate;
        this.party = party;
        this.item = item;
        this.quantity = quantity;
        this.amount = amount;
        this.unit = unit;
        this.sscc = sscc;
        this.gln = gln;
        this.shipFrom = shipFrom;
    }

    /** @param originals the codes by which the partner announces goods, as X12 has them */
    String purposes(List<String> originals) {
        return this == X12
                ? "a notice is original (" + String.join(", ", originals)
                        + "), a change or replacement (04, 05) or a cancellation (01)"
                : "a notice is original (9), a change (4), a replacement (5) or a cancellation (1)";
    }

    /** @param code of the message; empty for none */
    Optional<UnitOfMeasure> unitOf(String code) {
        return this == X12 ? UnitCodes.fromX12(code) : UnitCodes.fromEdifact(code);
    }
}
