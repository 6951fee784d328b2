package org.lottrace.ledger.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.seal.store.SealStore;
import org.lottrace.api.seal.store.SealStore.Compared;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares records with their seals: all of it for who asks, and page by page in the background, which also keeps the chain
 * growing. What can only be asked of everything at once, the background asks once in {@code whole_minutes}.
 */
@Component(
        service = {RecordSeals.class, RecordSealsService.class},
        configurationPid = ChainConfig.PID)
public final class RecordSealsService implements RecordSeals {
    private static final Logger LOG = LoggerFactory.getLogger(RecordSealsService.class);
    private static final int PAGE = 500;
    private static final int MOST = 1_000;
    /** What the background remembers. */
    private static final int REMEMBERED = 100;

    private final SealStore store;
    private final SealChain chain;
    private final VerifiedLedger ledger;
    private final Clock clock;
    private final Duration untilWholeAgain;

    private long compared;
    private List<Tampering> ofThisPass = new ArrayList<>();
    private List<Tampering> ofTheWhole = List.of();
    private Optional<Instant> whole = Optional.empty();
    private volatile List<Tampering> found = List.of();

    @Activate
    public RecordSealsService(
            @Reference SealStore store,
            @Reference SealChain chain,
            @Reference VerifiedLedger ledger,
            @Reference Clock clock,
            ChainConfig config) {
        this.store = store;
        this.chain = chain;
        this.ledger = ledger;
        this.clock = clock;
        this.untilWholeAgain = Duration.ofMinutes(config.whole_minutes());
    }

    @Override
    public List<Tampering> verify(int most) {
        if (most < 1 || most > MOST) {
            throw new WrongQuestionException("between 1 and " + MOST + " can be named, not " + most);
        }
        grow();
        List<Tampering> all = new ArrayList<>(whole(most));
        Compared page = store.compare(0, PAGE);
        while (page.lastId().isPresent() && all.size() < most) {
            all.addAll(page.found());
            page = store.compare(page.lastId().get(), PAGE);
        }
        return all.stream().limit(most).toList();
    }

    @Override
    public List<Tampering> found() {
        return found;
    }

    /** A step of the pass that never ends. */
    synchronized void patrol() {
        grow();
        Compared page = store.compare(compared, PAGE);
        ofThisPass.addAll(page.found());
        page.lastId().ifPresentOrElse(last -> compared = last, this::passed);
        if (!page.found().isEmpty()) {
            tell(joined(found, page.found()));
        }
    }

    private void grow() {
        chain.sealEvents(ledger.state().position());
        chain.grow();
    }

    private void passed() {
        Instant now = clock.instant();
        if (whole.filter(then -> now.isBefore(then.plus(untilWholeAgain))).isEmpty()) {
            whole = Optional.of(now);
            ofTheWhole = whole(REMEMBERED);
        }
        tell(joined(ofThisPass, ofTheWhole));
        ofThisPass = new ArrayList<>();
        compared = 0;
    }

    private void tell(List<Tampering> now) {
        now.stream()
                .filter(tampering -> !found.contains(tampering))
                .forEach(tampering -> LOG.error("changed outside LotTrace, compare it with a backup: {}", tampering));
        found = now;
    }

    private static List<Tampering> joined(List<Tampering> some, List<Tampering> others) {
        List<Tampering> all = new ArrayList<>(some);
        all.addAll(others);
        return all.stream().distinct().limit(REMEMBERED).toList();
    }

    private List<Tampering> whole(int most) {
        List<Tampering> all = new ArrayList<>();
        for (IntFunction<List<Tampering>> question :
                List.<IntFunction<List<Tampering>>>of(chain::broken, store::unsealed, store::notDerived)) {
            if (all.size() < most) {
                all.addAll(question.apply(most - all.size()));
            }
        }
        return all;
    }
}
