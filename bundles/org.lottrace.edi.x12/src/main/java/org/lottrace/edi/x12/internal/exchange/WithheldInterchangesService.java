package org.lottrace.edi.x12.internal.exchange;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes the status of what waits to be sent, under its lock, so that nobody writes or withholds it meanwhile. */
@Component
public final class WithheldInterchangesService implements WithheldInterchanges {
    /** A file that is just being written is sent if it can be; if not, it is withheld. */
    private static final Map<InterchangeStatus, InterchangeStatus> TO_STOP = Map.of(
            InterchangeStatus.PENDING, InterchangeStatus.WITHHELD,
            InterchangeStatus.SENDING, InterchangeStatus.STOPPING);

    private static final Map<InterchangeStatus, InterchangeStatus> TO_SEND = Map.of(
            InterchangeStatus.WITHHELD, InterchangeStatus.PENDING,
            InterchangeStatus.STOPPING, InterchangeStatus.SENDING);

    private final InterchangeStore store;

    @Activate
    public WithheldInterchangesService(@Reference InterchangeStore store) {
        this.store = store;
    }

    @Override
    public boolean withhold(String code, String key) {
        return change(code, key, TO_STOP).equals(Optional.of(InterchangeStatus.PENDING));
    }

    @Override
    public Set<String> withhold(String code, Collection<String> keys) {
        return with(code, keys, TO_STOP.keySet()).stream()
                .filter(key -> withhold(code, key))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> waiting(String code, Collection<String> keys) {
        return with(code, keys, Set.of(InterchangeStatus.PENDING));
    }

    @Override
    public Set<String> release(String code, Collection<String> keys) {
        return with(code, keys, TO_SEND.keySet()).stream()
                .filter(key -> change(code, key, TO_SEND).equals(Optional.of(InterchangeStatus.WITHHELD)))
                .collect(Collectors.toSet());
    }

    private Set<String> with(String code, Collection<String> keys, Set<InterchangeStatus> statuses) {
        Map<String, String> byLogKey = keys.stream()
                .distinct()
                .collect(Collectors.toMap(key -> OutboundTransactionSet.logKey(code, key), Function.identity()));
        return store.keysWith(byLogKey.keySet(), statuses).stream()
                .map(byLogKey::get)
                .collect(Collectors.toSet());
    }

    /** @return the status before, when it was changed */
    private Optional<InterchangeStatus> change(
            String code, String key, Map<InterchangeStatus, InterchangeStatus> changes) {
        Optional<InterchangeRecord> found = store.lock(OutboundTransactionSet.logKey(code, key))
                .filter(record -> changes.containsKey(record.status()));
        found.ifPresent(record -> store.setStatus(record.id(), changes.get(record.status())));
        return found.map(InterchangeRecord::status);
    }
}
