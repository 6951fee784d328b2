package org.lottrace.recall.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact.Answered;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.recall.internal.ReminderRules.Contact;

/** Who received affected goods, by the ledger, and what they said about them, by the case. */
final class ConsigneeList {
    private final RecallCase recallCase;
    private final NoticeHistory notices;
    private final Map<PartyId, Map<Goods, Sums>> received;
    /** The last answer about each line. */
    private final Map<PartyId, Map<Goods, Answered>> answers;

    private final Map<PartyId, Instant> lastAnswered;

    /** Goods of one lot in one shipment to one consignee. */
    private record Goods(DocumentReference shipment, LotKey lot) {}

    private record Sums(Quantity shipped, Quantity returned) {
        static Sums of(Handover handover) {
            Quantity nothing = Quantity.zero(handover.quantity().unit());
            return handover.type() == EventType.SHIP
                    ? new Sums(handover.quantity(), nothing)
                    : new Sums(nothing, handover.quantity());
        }

        Sums plus(Sums other) {
            return new Sums(shipped.plus(other.shipped), returned.plus(other.returned));
        }
    }

    /** @param handovers of the affected lots, in ledger order; what suppliers sent and got back does not count */
    ConsigneeList(RecallCase recallCase, List<Handover> handovers) {
        this.recallCase = recallCase;
        notices = new NoticeHistory(recallCase);
        received = handovers.stream()
                .filter(handover -> handover.type() == EventType.SHIP || handover.type() == EventType.RETURN)
                .collect(Collectors.groupingBy(
                        handover -> handover.party(),
                        () -> new TreeMap<>((a, b) -> a.value().compareTo(b.value())),
                        Collectors.toMap(
                                handover -> new Goods(Shipments.of(handover), handover.lot()),
                                Sums::of,
                                Sums::plus,
                                LinkedHashMap::new)));
        answers = recallCase.facts(Answered.class).stream()
                .collect(Collectors.groupingBy(
                        answered -> answered.answer().party(),
                        Collectors.toMap(
                                answered -> new Goods(
                                        answered.answer().shipment(),
                                        answered.answer().lot()),
                                answered -> answered,
                                (earlier, later) -> later)));
        lastAnswered = recallCase
                .stepsWith(Answered.class)
                .collect(Collectors.toMap(
                        step -> ((Answered) step.fact()).answer().party(), RecallStep::at, (earlier, later) -> later));
    }

    /** Before a case is opened: nobody was told, and nobody has answered. */
    static ConsigneeList withoutCase(List<Handover> handovers) {
        return new ConsigneeList(new RecallCase(RecallCaseId.of(0), List.of()), handovers);
    }

    List<PartyId> parties() {
        return List.copyOf(received.keySet());
    }

    /** @return what that party received, in ledger order; empty when it is no consignee */
    List<ConsigneeLine> lines(PartyId party) {
        Map<Goods, Answered> said = answers.getOrDefault(party, Map.of());
        return received.getOrDefault(party, Map.of()).entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), Optional.ofNullable(said.get(entry.getKey()))))
                .toList();
    }

    /** @return the line of that lot in that shipment to that party, or empty */
    Optional<ConsigneeLine> line(PartyId party, DocumentReference shipment, LotKey lot) {
        return lines(party).stream()
                .filter(line -> line.shipment().equals(shipment) && line.lot().equals(lot))
                .findFirst();
    }

    List<Consignee> consignees(Function<PartyId, Optional<Party>> parties, Instant now) {
        List<Consignee> consignees = new ArrayList<>();
        received.keySet().forEach(party -> consignees.add(consignee(party, parties.apply(party), now)));
        return consignees;
    }

    private Consignee consignee(PartyId id, Optional<Party> party, Instant now) {
        List<ConsigneeLine> lines = lines(id);
        Contact contact = new Contact(
                lines.stream().allMatch(ConsigneeLine::isSettled),
                notices.toldAbout(id, true).containsAll(lotsOf(lines)),
                notices.lastTold(id),
                notices.reminders(id));
        Optional<NoticeState> firstTold = notices.firstTold(id);
        return new Consignee(
                id,
                party.map(Party::name).orElse(""),
                party.map(Party::email).orElse(""),
                party.map(Party::phone).orElse(""),
                lines,
                firstTold.flatMap(NoticeState::sentAt),
                firstTold.map(ConsigneeList::method).orElse(""),
                contact.reminders(),
                ReminderRules.followUp(contact, recallCase.opening().recallClass(), now),
                ReminderRules.due(contact, recallCase.opening().recallClass()),
                Optional.ofNullable(lastAnswered.get(id)));
    }

    private static Set<LotKey> lotsOf(List<ConsigneeLine> lines) {
        return lines.stream().map(ConsigneeLine::lot).collect(Collectors.toSet());
    }

    private static String method(NoticeState sent) {
        return sent.attempts().stream()
                .filter(NoticeAttempted::sent)
                .map(NoticeAttempted::method)
                .findFirst()
                .orElse("");
    }

    private static ConsigneeLine line(Goods goods, Sums sums, Optional<Answered> answered) {
        Quantity nothing = Quantity.zero(sums.shipped().unit());
        Optional<ConsigneeAnswer> answer = answered.map(Answered::answer);
        return new ConsigneeLine(
                goods.shipment(),
                goods.lot(),
                sums.shipped(),
                sums.returned(),
                answered.map(a -> stillThere(a, sums.returned())).orElse(nothing),
                answer.map(ConsigneeAnswer::destroyed).orElse(nothing),
                answer.map(ConsigneeAnswer::used).orElse(nothing),
                answer.map(ConsigneeAnswer::subRecalled).orElse(false),
                answer.isPresent());
    }

    /** What came back after they counted was among what they counted. */
    private static Quantity stillThere(Answered answered, Quantity returned) {
        Quantity left = answered.answer().onHand().minus(returned.minus(answered.returnedBefore()));
        return left.isNegative() ? Quantity.zero(left.unit()) : left;
    }
}
