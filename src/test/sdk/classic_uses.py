"""Runs the documented uses of the jobs API with a published SDK against a running Docket; see README.md beside it."""

import base64
import os
import sys
import time
from importlib.metadata import version

from retab import Retab

URL = os.environ.get("DOCKET_URL", "http://127.0.0.1:8080")
KEY = os.environ["DOCKET_API_KEY"]
FINAL = ("completed", "failed", "cancelled", "expired")
NOBODY = "job_V1StGXR8_Z5jdHi6B-myT"


def base_url():
    # Later versions have taken /v1 from their paths; they want it in the base URL.
    path = Retab(api_key=KEY, base_url=URL).jobs._prepare_retrieve(NOBODY).url
    return URL if path.startswith("/v1/") else URL + "/v1"


client = Retab(api_key=KEY, base_url=base_url())


def parse_request(text, filename="note.txt"):
    content = base64.b64encode(text.encode()).decode()
    return {"document": {"filename": filename, "url": f"data:text/plain;base64,{content}"}, "model": "retab-small"}


def create(text, **metadata):
    return client.jobs.create(
        endpoint="/v1/documents/parse", request=parse_request(text), metadata=metadata or None)


def show(name, value):
    print(f"  {name}: {value}", flush=True)


def can(method, parameter):
    return parameter in getattr(client.jobs, method).__code__.co_varnames


def cancel_a_batch():
    print("cancel all queued jobs of a batch")
    wanted = [create(f"batch {n}", batch_id="batch_001").id for n in range(3)]
    other = create("other", batch_id="batch_002").id
    jobs = client.jobs.list(status="queued")
    cancelled = []
    for job in jobs.data:
        if job.metadata and job.metadata.get("batch_id") == "batch_001":
            try:
                client.jobs.cancel(job.id)
                cancelled.append(job.id)
            except Exception as e:
                show(f"failed to cancel {job.id}", e)
    show("cancelled", len(cancelled))
    assert set(wanted) <= set(cancelled), "a job of the batch was not cancelled"
    assert client.jobs.retrieve(other).status == "queued", "a job of another batch was cancelled"
    assert client.jobs.cancel(other).status == "cancelled"


def cancel_after(seconds):
    print(f"create, poll every 2 s, cancel after {seconds} s")
    job = create("slow")
    start = time.time()
    while job.status not in FINAL:
        if time.time() - start > seconds:
            job = client.jobs.cancel(job.id)
            show("job cancelled due to timeout", job.status)
            break
        time.sleep(2)
        job = client.jobs.retrieve(job.id)
    assert job.status == "cancelled" and job.completed_at and job.response is None and job.error is None
    return job.id


def page_through():
    print("list with every parameter of this SDK")
    made = [create(f"page {n}", page="yes").id for n in range(5)]
    got, after = [], None
    while len(got) < 5:
        page = client.jobs.list(after=after, limit=2)
        got += [job.id for job in page.data]
        after = page.last_id
        assert page.has_more or len(got) >= 5
    assert got[:5] == made[::-1], "not the newest first"
    filters = {
        "before": made[0], "order": "asc", "id": made[0], "endpoint": "/v1/documents/parse", "source": "api",
        "project_id": "none", "workflow_id": "none", "workflow_node_id": "none", "model": "retab-small",
        "filename_regex": "^note", "filename_contains": "note", "document_type": ["txt", "pdf"],
        "from_date": "2020-01-01", "to_date": "2099-12-31", "metadata": {"page": "yes"},
        "include_request": True, "include_response": True,
    }
    for name, value in filters.items():
        if can("list", name):
            page = client.jobs.list(limit=10, **{name: value})
            show(name, len(page.data))
            assert page.data == [] if value == "none" else made[-1] in [j.id for j in page.data] or name in ("id", "order")
    for job_id in made:
        client.jobs.cancel(job_id)


def errors(finished):
    print("what a user sees of errors")
    calls = {
        "401": lambda: Retab(api_key="sk_wrong_0123456789abcdef", base_url=base_url()).jobs.list(),
        "404": lambda: client.jobs.retrieve(NOBODY),
        "400 cancel twice": lambda: client.jobs.cancel(finished),
        "422 limit": lambda: client.jobs.list(limit=101),
        "422 request": lambda: client.jobs.create(endpoint="/v1/documents/parse", request={"model": "m"}),
        "422 metadata": lambda: create("x", key="v" * 513),
        "422 endpoint": lambda: client.jobs.create(endpoint="/v1/nothing", request=parse_request("x")),
    }
    for name, call in calls.items():
        try:
            call()
        except Exception as e:
            show(name, f"{type(e).__name__}: {e}")
        else:
            raise AssertionError(f"{name} was no error")


def results():
    print("create, wait, read the result")
    job = create("hello world", batch_id="batch_003")
    while client.jobs.retrieve(job.id).status not in FINAL:
        time.sleep(0.5)
    job = client.jobs.retrieve(job.id, **({"include_response": True} if can("retrieve", "include_response") else {}))
    show("result", f"{job.status} {job.response.body['text']!r}")
    assert job.response.body["text"] == "hello world" and job.metadata == {"batch_id": "batch_003"}
    if hasattr(client.jobs, "wait_for_completion"):
        waited = client.jobs.wait_for_completion(create("wait for me").id)
        show("wait_for_completion", f"{waited.status} {waited.response.body['text']!r}, request {waited.request}")
        assert waited.response.body["text"] == "wait for me"
        full = client.jobs.retrieve_full(waited.id)
        assert full.request["document"]["filename"] == "note.txt" and full.response
    return job.id


def retry(cancelled, completed):
    if not hasattr(client.jobs, "retry"):
        return
    print("retry")
    job = client.jobs.retry(cancelled)
    show("cancelled job", job.status)
    assert job.status == "queued" and job.started_at is None and job.completed_at is None
    show("it then is", client.jobs.wait_for_completion(cancelled).status)
    try:
        client.jobs.retry(completed)
    except Exception as e:
        show("completed job", f"{type(e).__name__}: {e}")


if __name__ == "__main__":
    print(f"retab {version('retab')}, part {sys.argv[1]}", flush=True)
    if sys.argv[1] == "waiting":
        cancel_a_batch()
        finished = cancel_after(4)
        page_through()
        errors(finished)
    else:
        cancelled = next(j.id for j in client.jobs.list(status="cancelled").data)
        retry(cancelled, results())
    print("ok")
