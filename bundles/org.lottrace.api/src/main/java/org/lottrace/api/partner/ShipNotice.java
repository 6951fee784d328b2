package org.lottrace.api.partner;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.Gln;

/**
 * What a party says it has shipped: the content of an X12 856 or an EDIFACT DESADV, independent of the message.
 *
 * @param id who sent it and its number
 * @param created date and time of the notice at the sender, no time zone (X12 BSN03, BSN04)
 * @param shipDate calendar date of shipment (X12 DTM 011)
 * @param shipFrom global location number it left, when given
 * @param shipTo global location number it goes to, when given
 * @param shipToId the receiver's code for the destination as the sender wrote it; empty when not given
 * @param carrier carrier code or name; empty when not given
 * @param billOfLading its number; empty when not given
 * @param lines the contents; of a large message a {@link LongList}
 * @param keyData what else is said of the shipment, such as seals, the carrier's number and its weight ({@link NoticeKeyData})
 */
public record ShipNotice(
        ShipNoticeId id,
        LocalDateTime created,
        LocalDate shipDate,
        Optional<Gln> shipFrom,
        Optional<Gln> shipTo,
        String shipToId,
        String carrier,
        String billOfLading,
        List<ShipNoticeLine> lines,
        List<KeyDatum> keyData) {
    public ShipNotice {
        Objects.requireNonNull(id);
        Objects.requireNonNull(created);
        Objects.requireNonNull(shipDate);
        Objects.requireNonNull(shipFrom);
        Objects.requireNonNull(shipTo);
        Objects.requireNonNull(shipToId);
        Objects.requireNonNull(carrier);
        Objects.requireNonNull(billOfLading);
        lines = LongList.copyOf(lines);
        keyData = List.copyOf(keyData);
    }

    /** A shipment of which there is no more to say. */
    public ShipNotice(
            ShipNoticeId id,
            LocalDateTime created,
            LocalDate shipDate,
            Optional<Gln> shipFrom,
            Optional<Gln> shipTo,
            String shipToId,
            String carrier,
            String billOfLading,
            List<ShipNoticeLine> lines) {
        this(id, created, shipDate, shipFrom, shipTo, shipToId, carrier, billOfLading, lines, List.of());
    }

    /** @return the same with those lines */
    public ShipNotice with(List<ShipNoticeLine> others) {
        return new ShipNotice(
                id, created, shipDate, shipFrom, shipTo, shipToId, carrier, billOfLading, others, keyData);
    }
}
