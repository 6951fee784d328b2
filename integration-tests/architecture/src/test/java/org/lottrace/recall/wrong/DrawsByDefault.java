package org.lottrace.recall.wrong;

import java.util.random.RandomGenerator;

public final class DrawsByDefault {
    public int draw() {
        return RandomGenerator.getDefault().nextInt();
    }
}
