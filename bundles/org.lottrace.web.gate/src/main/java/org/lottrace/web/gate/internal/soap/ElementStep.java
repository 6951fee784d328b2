package org.lottrace.web.gate.internal.soap;

import java.util.HashMap;
import java.util.Map;

/** An element on the way from the operation to a problem. Counts its children, so the path is exact when all is read. */
final class ElementStep {
    private final ElementStep parent;
    private final String name;
    private final int number;
    private final Map<String, Integer> children = new HashMap<>();

    private ElementStep(ElementStep parent, String name, int number) {
        this.parent = parent;
        this.name = name;
        this.number = number;
    }

    /** @return the element of the operation; its path is empty */
    static ElementStep operation() {
        return new ElementStep(null, "", 1);
    }

    ElementStep child(String childName) {
        return new ElementStep(this, childName, children.merge(childName, 1, Integer::sum));
    }

    ElementStep parent() {
        return parent;
    }

    /** @return such as {@code item[3].gtin}: numbers count from 1 among the elements of that name; none for the only one */
    String path() {
        if (parent == null) {
            return "";
        }
        String step = parent.children.get(name) > 1 ? name + "[" + number + "]" : name;
        return parent.path().isEmpty() ? step : parent.path() + "." + step;
    }
}
