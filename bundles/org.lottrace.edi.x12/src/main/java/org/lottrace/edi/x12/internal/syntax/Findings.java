package org.lottrace.edi.x12.internal.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects findings, but no more than a person could work through: a file made of nonsense would have millions. */
public final class Findings {
    private final int most;
    private final List<Finding> list = new ArrayList<>();

    /** @param most how many are kept */
    public Findings(int most) {
        this.most = most;
    }

    public void add(Finding finding) {
        if (!isFull()) {
            list.add(finding);
        }
    }

    public void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    /** @return true when no more are kept; then looking on is no use */
    public boolean isFull() {
        return list.size() >= most;
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<Finding> list() {
        return List.copyOf(list);
    }
}
