package org.lottrace.recall.wrong;

import org.eclipse.elk.core.RecursiveGraphLayoutEngine;

/** ELK outside of the drawing of traces. */
public interface LaysAGraphOut {
    RecursiveGraphLayoutEngine engine();
}
