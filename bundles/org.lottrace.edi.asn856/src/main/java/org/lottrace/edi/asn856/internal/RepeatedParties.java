package org.lottrace.edi.asn856.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.event.KeyDatum;

/** What parties say that stand alike at many levels of a set: of each role it is worked out once, until another party has the role. */
final class RepeatedParties {
    private static final int MOST_ROLES = 100;

    private final Map<String, Party> byRole = new HashMap<>();

    private record Party(List<SetSegment> loop, boolean isBelowOrders, List<KeyDatum> said) {
        boolean is(List<SetSegment> other, boolean otherIsBelowOrders) {
            if (loop.size() != other.size() || isBelowOrders != otherIsBelowOrders) {
                return false;
            }
            for (int i = 0; i < loop.size(); i++) {
                if (!loop.get(i).elements().equals(other.get(i).elements())) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param loop N1 and what follows of its loop
     * @param isBelowOrders whether it stands at a pallet, a pack or goods
     * @param said works out what the party says
     */
    List<KeyDatum> of(List<SetSegment> loop, boolean isBelowOrders, Supplier<List<KeyDatum>> said) {
        String role = loop.get(0).element(1);
        Party known = byRole.get(role);
        if (known == null || !known.is(loop, isBelowOrders)) {
            if (byRole.size() >= MOST_ROLES) {
                byRole.clear();
            }
            known = new Party(List.copyOf(loop), isBelowOrders, said.get());
            byRole.put(role, known);
        }
        return known.said;
    }
}
