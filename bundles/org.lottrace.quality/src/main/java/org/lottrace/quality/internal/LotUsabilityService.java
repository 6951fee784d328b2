package org.lottrace.quality.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the dispositions and leaves the answer to {@link UsabilityRules} and {@link InheritanceRules}. */
@Component(service = LotUsability.class)
public final class LotUsabilityService implements LotUsability {
    private final UnitOfWork unitOfWork;
    private final DispositionStore dispositions;
    private final PastDecisions past;

    @Activate
    public LotUsabilityService(
            @Reference UnitOfWork unitOfWork, @Reference DispositionStore dispositions, @Reference LedgerStore ledger) {
        this.unitOfWork = unitOfWork;
        this.dispositions = dispositions;
        past = new PastDecisions(ledger);
    }

    @Override
    public Usability isUsable(Lot lot, Purpose purpose, Optional<Party> party, LocalDate date) {
        return usabilityOf(List.of(lot), purpose, party, date).get(lot.key());
    }

    @Override
    public Usability isUsable(Lot lot, Purpose purpose, Optional<Party> party, LocalDate date, AsOf asOf) {
        if (asOf.isLatest()) {
            return isUsable(lot, purpose, party, date);
        }
        PastDecisions.Known then = unitOfWork.required(() -> past.of(lot, asOf));
        return then.lot()
                .map(known -> UsabilityRules.judge(known, then.disposition(), purpose, party, date))
                .orElseGet(() -> UsabilityRules.unknown(lot.key()));
    }

    @Override
    public Map<LotKey, Usability> usabilityOf(
            Collection<Lot> lots, Purpose purpose, Optional<Party> party, LocalDate date) {
        Map<LotKey, LotDisposition> dispositionByLot = dispositionsOf(lots);
        Map<LotKey, Usability> answers = new LinkedHashMap<>();
        for (Lot lot : lots) {
            Optional<LotDisposition> disposition = Optional.ofNullable(dispositionByLot.get(lot.key()));
            answers.put(lot.key(), UsabilityRules.judge(lot, disposition, purpose, party, date));
        }
        return answers;
    }

    @Override
    public List<DispositionChange> inherited(LotKey output, Collection<LotKey> inputs) {
        return InheritanceRules.inherited(output, unitOfWork.required(() -> dispositions.of(inputs)));
    }

    private Map<LotKey, LotDisposition> dispositionsOf(Collection<Lot> lots) {
        List<LotKey> keys = lots.stream().map(Lot::key).toList();
        return unitOfWork.required(() -> dispositions.of(keys)).stream()
                .collect(Collectors.toMap(LotDisposition::lot, Function.identity()));
    }
}
