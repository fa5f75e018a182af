package dev.docket.endpoint;

/** Answers requests that name a project: fills them with what the project holds ready, and has them extracted. */
final class ExtractInProject implements Processor {
    private final Projects projects;
    private final Processor extraction;

    /** @param extraction whoever extracts from documents; its runs and these take the same places */
    ExtractInProject(Projects projects, Processor extraction) {
        this.projects = projects;
        this.extraction = extraction;
    }

    @Override
    public String name() {
        return extraction.name();
    }

    @Override
    public boolean serves(Endpoint endpoint) {
        return endpoint == Endpoint.PROJECTS_EXTRACT;
    }

    @Override
    public int concurrency() {
        return extraction.concurrency();
    }

    @Override
    public Processor place() {
        return extraction;
    }

    @Override
    public Work start(Assignment assignment) {
        ProjectWork work = new ProjectWork(projects, extraction, assignment);
        work.begin();
        return work;
    }
}
