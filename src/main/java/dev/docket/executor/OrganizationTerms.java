package dev.docket.executor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.store.Lane;
import dev.docket.store.LaneClaim;
import dev.docket.tenant.Limits;
import dev.docket.tenant.LimitsConfig;
import dev.docket.tenant.ReadLimits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What claims must keep to for each organization: its weight in the turns and its caps. A change of an organization's
 * row is seen within some seconds. Lives on the executor's loop.
 */
@Singleton
class OrganizationTerms implements Turns.Terms {
    private static final Logger LOG = Logger.getLogger(OrganizationTerms.class);
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int REMEMBERED = 20_000;

    private final ExecutorLoop loop;
    private final ReadLimits readLimits;
    private final Limits configured;
    private final Cache<String, Limits> latest =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, Boolean> fresh = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(BELIEVED)
            .build();

    private final Set<String> beingRead = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();

    OrganizationTerms(ExecutorLoop loop, ReadLimits readLimits, LimitsConfig defaults) {
        this.loop = loop;
        this.readLimits = readLimits;
        this.configured = Limits.configured(defaults);
    }

    /**
     * A step that is to be run.
     *
     * @param wanted the organizations whose terms it still waits for
     */
    private record Waiting(Set<String> wanted, Runnable step) {}

    /**
     * Runs the step once the terms are known: at once, or when those that are missing or old have been read. Of an
     * organization that is being read already no second reading is begun. Where one fails, the steps that wait for it are
     * not run: the next sweep names the lanes again.
     */
    void known(Collection<String> organizations, Runnable step) {
        Set<String> wanted = new HashSet<>(organizations);
        wanted.removeIf(organization -> fresh.getIfPresent(organization) != null);
        if (wanted.isEmpty()) {
            step.run();
            return;
        }
        waiting.add(new Waiting(wanted, step));
        Set<String> unread = new HashSet<>(wanted);
        unread.removeAll(beingRead);
        if (!unread.isEmpty()) {
            read(unread);
        }
    }

    private void read(Set<String> organizations) {
        beingRead.addAll(organizations);
        readLimits
                .of(organizations)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .emitOn(loop)
                .subscribe()
                .with(limits -> hasRead(organizations, limits), failure -> hasNotRead(organizations, failure));
    }

    private void hasRead(Set<String> organizations, Map<String, Limits> limits) {
        beingRead.removeAll(organizations);
        limits.forEach(this::remember);
        List<Waiting> served = new ArrayList<>();
        waiting.removeIf(each -> {
            each.wanted().removeAll(organizations);
            return each.wanted().isEmpty() && served.add(each);
        });
        served.forEach(each -> each.step().run());
    }

    private void hasNotRead(Set<String> organizations, Throwable failure) {
        beingRead.removeAll(organizations);
        waiting.removeIf(each -> !Collections.disjoint(each.wanted(), organizations));
        LOG.warnf("The limits of organizations could not be read: %s", failure.toString());
    }

    /** Reads the terms of these lanes' organizations again if they are old, for later claims. */
    void refresh(Collection<Lane> lanes) {
        known(lanes.stream().map(Lane::organization).toList(), () -> {});
    }

    @Override
    public int weight(String organization) {
        return of(organization).weight();
    }

    /** An organization under a cap of its own has one lane in a claim: two would each see the same room. */
    @Override
    public boolean allows(Lane lane, Map<Lane, Integer> dealt) {
        return of(lane.organization()).running() == 0
                || dealt.containsKey(lane)
                || dealt.keySet().stream()
                        .noneMatch(other -> other.organization().equals(lane.organization()));
    }

    /** Whether any cap on the organization's running jobs holds. */
    boolean isCapped(String organization) {
        Limits limits = of(organization);
        return limits.running() > 0 || limits.runningPerEndpoint() > 0;
    }

    /** What to ask of a lane, with the organization's caps. */
    LaneClaim claim(Lane lane, long fromPos, int slots) {
        Limits limits = of(lane.organization());
        return new LaneClaim(lane, fromPos, slots, limits.runningPerEndpoint(), limits.running());
    }

    private void remember(String organization, Limits limits) {
        latest.put(organization, limits);
        fresh.put(organization, true);
    }

    private Limits of(String organization) {
        Limits limits = latest.getIfPresent(organization);
        return limits == null ? configured : limits;
    }
}
