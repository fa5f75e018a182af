package dev.docket.wire;

/** Swallows, while it is open, whatever goes to and from an application; what fell into it never comes out again. */
public final class BlackHole implements AutoCloseable {
    private final CuttingProxy proxy;
    private final String application;

    BlackHole(CuttingProxy proxy, String application) {
        this.proxy = proxy;
        this.application = application;
    }

    boolean swallows(String startup) {
        return startup.contains(application);
    }

    /** From now on new connections get through; the swallowed ones stay silent for ever. */
    @Override
    public void close() {
        proxy.fill(this);
    }
}
