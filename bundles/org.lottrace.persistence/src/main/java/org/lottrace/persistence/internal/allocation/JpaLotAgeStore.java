package org.lottrace.persistence.internal.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.LotQuestions;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AskedAlong;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from what was read ahead, where it was asked for, and else asks ({@link LotAnswers}). */
@Component
public final class JpaLotAgeStore implements LotAgeStore {
    private final CurrentSession current;

    @Activate
    public JpaLotAgeStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public LotAgeStore ahead(LotQuestions questions) {
        LotAnswers answers = new LotAnswers(current, questions, Optional.empty());
        current.memory().learn(LotAnswers.AHEAD, AskedAlong.ONLY, answers);
        current.memory().learn(AskedAlong.WITH_RESERVATIONS, AskedAlong.ONLY, answers);
        return this;
    }

    @Override
    public Map<LotKey, Instant> firstSeen(Collection<LotKey> lots) {
        return only(
                lots,
                answers(
                                asked -> asked.firstSeen().containsAll(lots),
                                new LotQuestions(Set.copyOf(lots), Set.of(), Set.of(), Optional.empty(), Map.of()))
                        .firstSeen());
    }

    @Override
    public Map<LotKey, List<KeyDatum>> attributes(Collection<LotKey> lots) {
        return only(
                lots,
                answers(
                                asked -> asked.attributes().containsAll(lots),
                                new LotQuestions(Set.of(), Set.copyOf(lots), Set.of(), Optional.empty(), Map.of()))
                        .attributes());
    }

    @Override
    public Map<LotKey, MeasuredTemperatures> temperatures(Collection<LotKey> lots) {
        return only(
                lots,
                answers(
                                asked -> asked.temperatures().containsAll(lots),
                                new LotQuestions(Set.of(), Set.of(), Set.copyOf(lots), Optional.empty(), Map.of()))
                        .temperatures());
    }

    @Override
    public Map<ItemNumber, LocalDate> latestExpiryShipped(
            PartyId customer, Map<ItemNumber, LocalDate> laterThan, Optional<Instant> until) {
        LotQuestions questions = new LotQuestions(Set.of(), Set.of(), Set.of(), Optional.of(customer), laterThan);
        if (until.isPresent()) {
            return current.required(
                    () -> new LotAnswers(current, questions, until).read().shipped());
        }
        return only(
                laterThan.keySet(),
                answers(
                                asked -> asked.customer().equals(Optional.of(customer))
                                        && asked.laterThan().entrySet().containsAll(laterThan.entrySet()),
                                questions)
                        .shipped());
    }

    private LotAnswers answers(Predicate<LotQuestions> isAmong, LotQuestions questions) {
        return current.required(() -> current.memory()
                .find(LotAnswers.AHEAD, AskedAlong.ONLY)
                .filter(ahead -> isAmong.test(ahead.asked()))
                .orElseGet(() -> new LotAnswers(current, questions, Optional.empty()))
                .read());
    }

    private static <K, V> Map<K, V> only(Collection<K> wanted, Map<K, V> answers) {
        Map<K, V> found = new HashMap<>();
        for (K one : wanted) {
            V answer = answers.get(one);
            if (answer != null) {
                found.put(one, answer);
            }
        }
        return found;
    }
}
