package org.lottrace.edi.asn856.internal;

import java.util.Map;
import java.util.Optional;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;

/**
 * A shipment as its customer is told of it.
 *
 * @param seller the company whose site the goods left
 * @param carrier which way it goes, or the name of who carries it
 * @param lines what else is known of lines of the notice; a line of which nothing is may be missing
 */
record ToldShipment(
        ShipNotice notice,
        Addressed shipFrom,
        Addressed shipTo,
        Addressed seller,
        Optional<String> carrier,
        Freight freight,
        Map<ShipNoticeLine, LineFacts> lines) {
    ToldShipment {
        lines = Map.copyOf(lines);
    }

    /** @param role N101; the goods are shipped to the customer who bought them */
    Addressed party(String role) {
        return switch (role) {
            case "SF" -> shipFrom;
            case "SE" -> seller;
            case "ST", "BY" -> shipTo;
            default -> throw new IllegalArgumentException("party " + role + " is not told");
        };
    }

    LineFacts facts(ShipNoticeLine line) {
        return lines.getOrDefault(line, LineFacts.NONE);
    }
}
