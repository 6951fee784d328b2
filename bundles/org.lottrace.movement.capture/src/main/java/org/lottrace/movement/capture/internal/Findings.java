package org.lottrace.movement.capture.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.Basis;
import org.lottrace.api.exceptioncase.Noted;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Collects everything that is wrong with one request. A rule that was broken is a reason to refuse what is asked for; of what has
 * happened it is noted, and only what contradicts itself is refused.
 */
final class Findings {
    private final Basis basis;
    private final Instant happened;
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final Map<Violation, Optional<LotKey>> noted = new LinkedHashMap<>();
    private final Map<String, LotKey> lots = new HashMap<>();
    private final Set<PartyId> told = new LinkedHashSet<>();
    private final UnclearLots unclear = new UnclearLots();
    private Optional<FoundLots> found = Optional.empty();

    /** About something that happens now: nothing is later. */
    Findings(Basis basis) {
        this(basis, Instant.MAX);
    }

    /** @param happened when that which is looked at happened, or is to happen */
    Findings(Basis basis, Instant happened) {
        this.basis = basis;
        this.happened = happened;
    }

    /** @return when that which is looked at happened: what came later is no reason against it */
    Instant happened() {
        return happened;
    }

    boolean isReport() {
        return basis == Basis.REPORTED;
    }

    /** @return the lots that this report is the first to tell of: they are registered with its event */
    FoundLots found(LotMaster master) {
        FoundLots known = found.orElseGet(() -> new FoundLots(master));
        found = Optional.of(known);
        return known;
    }

    /** @return as above; empty while there are none */
    Optional<FoundLots> found() {
        return found;
    }

    /** @return the lots of their own that this report needs, as it does not say which of several it means */
    UnclearLots unclear() {
        return unclear;
    }

    /** Keeps a party as this report has told of it. */
    void tellsOf(PartyId party) {
        told.add(party);
    }

    /** @return the parties that this report is the first to tell of: they are kept with its event */
    Set<PartyId> told() {
        return told;
    }

    /** Adds a rule that the goods or the people broke: what was done against it has been done all the same. */
    void breach(Violation violation) {
        if (basis == Basis.REPORTED) {
            note(violation);
        } else {
            add(violation);
        }
    }

    /** As above, about that lot. */
    void breach(Violation violation, LotKey lot) {
        if (basis == Basis.REPORTED) {
            note(violation, Optional.of(lot));
        } else {
            add(violation);
        }
    }

    /** Adds what is no reason to refuse even a request, and is to be seen all the same. */
    void note(Violation violation) {
        note(violation, lotAt(violation.path()));
    }

    /** As above, about that lot. */
    void note(Violation violation, Optional<LotKey> lot) {
        noted.putIfAbsent(violation, lot);
    }

    /** Says which lot a line of the request means, so that what is noted there is about it. */
    void means(ViolationPath line, LotKey lot) {
        lots.put(line.toString(), lot);
    }

    private Optional<LotKey> lotAt(ViolationPath path) {
        return lots.entrySet().stream()
                .filter(line ->
                        path.toString().equals(line.getKey()) || path.toString().startsWith(line.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    void breach(String code, ViolationPath path, String message) {
        breach(new Violation(code, path, message));
    }

    void add(String code, ViolationPath path, String message) {
        add(new Violation(code, path, message));
    }

    /** Adds what is wrong with one property of the request. */
    void add(String code, String property, String message) {
        add(new Violation(code, property, message));
    }

    /** Adds what somebody else has found about this request. */
    void addAll(List<Violation> found) {
        found.forEach(this::add);
    }

    /** Two checks may find the same; it is said once. */
    void add(Violation violation) {
        violations.add(violation);
    }

    /** Adds what somebody else has found, as concerning that part of this request. */
    void addAll(List<Violation> found, ViolationPath path) {
        found.forEach(violation -> add(violation.code(), path, violation.message()));
    }

    /** @return what is no reason to refuse, and is recorded with the event */
    List<Noted> noted() {
        return noted.entrySet().stream()
                .map(one -> new Noted(one.getKey(), one.getValue()))
                .toList();
    }

    boolean isEmpty() {
        return violations.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }

    /** @return path of a line, counted from 1, as the sender of a request knows it */
    static ViolationPath line(int number) {
        return ViolationPath.of("lines", number);
    }
}
