package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.partner.ShipNoticeId;

/** Keeps what was said about when notices are due. */
final class Agreed implements NoticeArrivals {
    final List<String> said = new ArrayList<>();

    @Override
    public void agree(ShipNoticeId notice, int hours) {
        said.add(notice + " " + hours);
    }

    @Override
    public void told(ShipNoticeId notice) {
        throw new UnsupportedOperationException();
    }
}
