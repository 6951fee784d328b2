package org.lottrace.api.recall.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCaseId;

/**
 * What a consignee is told. Source of the contents: 21 CFR 7.49(c)(1): brief, the goods with their lot numbers, reason and
 * hazard, what to do, and a ready means to answer; nothing else, no promotion.
 *
 * @param key identity of the notice; also the reference they answer with. A notice that arrives twice has the same key
 * @param recallCase which case
 * @param kind why they get it
 * @param heading its first line, {@code URGENT: FOOD RECALL} for classes I and II (7.49(b))
 * @param receiver to whom
 * @param goods what they received of the affected lots
 * @param reason what is wrong
 * @param hazard what it can do; empty in a notice that takes another back
 * @param instructions what to do: stop selling and using it at once, tell own customers, and the instructions of the case
 * @param questions what they are to answer for each line of the goods; none in a notice that takes another back
 * @param contact whom to ask and whom to answer
 * @param writtenAt when it was queued
 */
public record RecallNotice(
        String key,
        RecallCaseId recallCase,
        NoticeKind kind,
        String heading,
        Party receiver,
        List<Goods> goods,
        String reason,
        String hazard,
        List<String> instructions,
        List<String> questions,
        String contact,
        Instant writtenAt) {
    public RecallNotice {
        Objects.requireNonNull(key);
        Objects.requireNonNull(recallCase);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(heading);
        Objects.requireNonNull(receiver);
        goods = List.copyOf(goods);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(hazard);
        instructions = List.copyOf(instructions);
        questions = List.copyOf(questions);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(writtenAt);
    }

    /**
     * Goods as the consignee knows them.
     *
     * @param shipment the shipment they came with
     * @param customerOrder their own order number; empty when they gave none
     * @param shippedOn calendar date at the place of shipment
     * @param lot which lot; its number stands on the goods
     * @param description of the item
     * @param gtin of the item
     * @param productionDate of the lot
     * @param expiry of the lot
     * @param quantity shipped, in the base unit
     * @param serials serial numbers of the pieces, as far as they were said when the goods left
     */
    public record Goods(
            DocumentReference shipment,
            String customerOrder,
            LocalDate shippedOn,
            LotKey lot,
            String description,
            Optional<Gtin> gtin,
            Optional<LocalDate> productionDate,
            Optional<LocalDate> expiry,
            Quantity quantity,
            List<String> serials) {
        public Goods {
            Objects.requireNonNull(shipment);
            Objects.requireNonNull(customerOrder);
            Objects.requireNonNull(shippedOn);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(description);
            Objects.requireNonNull(gtin);
            Objects.requireNonNull(productionDate);
            Objects.requireNonNull(expiry);
            Objects.requireNonNull(quantity);
            serials = List.copyOf(serials);
        }

        /** Goods of which no serial numbers are known. */
        public Goods(
                DocumentReference shipment,
                String customerOrder,
                LocalDate shippedOn,
                LotKey lot,
                String description,
                Optional<Gtin> gtin,
                Optional<LocalDate> productionDate,
                Optional<LocalDate> expiry,
                Quantity quantity) {
            this(
                    shipment,
                    customerOrder,
                    shippedOn,
                    lot,
                    description,
                    gtin,
                    productionDate,
                    expiry,
                    quantity,
                    List.of());
        }
    }
}
