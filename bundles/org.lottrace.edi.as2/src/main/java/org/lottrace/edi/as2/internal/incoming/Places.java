package org.lottrace.edi.as2.internal.incoming;

import java.util.ArrayList;
import java.util.List;

/** How many messages are received at a time: of all, of those that name one partner, and from one address. Nobody keeps out all others. */
final class Places {
    private final int most;
    private final int mostOfPartner;
    private final int mostOfAddress;
    private final List<Place> taken = new ArrayList<>();

    /** A message that is being received. */
    record Place(String partner, String address) {}

    Places(int most, int mostOfPartner, int mostOfAddress) {
        this.most = most;
        this.mostOfPartner = mostOfPartner;
        this.mostOfAddress = mostOfAddress;
    }

    /** @return whether there was one; then it is to be given back */
    synchronized boolean take(Place place) {
        boolean isFree = taken.size() < most
                && taken.stream()
                                .filter(other -> other.partner().equals(place.partner()))
                                .count()
                        < mostOfPartner
                && taken.stream()
                                .filter(other -> other.address().equals(place.address()))
                                .count()
                        < mostOfAddress;
        if (isFree) {
            taken.add(place);
        }
        return isFree;
    }

    synchronized void giveBack(Place place) {
        taken.remove(place);
    }
}
