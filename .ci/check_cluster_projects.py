"""Takes the samples of the other projects through the cluster, all at once: to the served model, the ranked list, the uploaded file.

Every artifact must be the one that this machine makes. asset-mode trains a network, too, in the image that can.
"""

import pathlib
import re
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from cluster_tools import (
    HERE, IMAGES, S3_INSIDE, STORE,
    ask, compare, environment, forwarded, local, must, nodes, outputs, s3, settings,
)

NETWORK = "{name: network, trainer: network, hyperparameters: {neurons: [16], epochs: [2], batch: [128], rate: [0.003]}}"
MADE_BY_HAND = ("approval", "deploy")  # what they make names the run and the time
one_at_a_time = threading.Lock()


def image(name):
    return re.search(rf"^image-{name}: (\S+)$", (HERE / IMAGES / "images.yaml").read_text(), re.MULTILINE).group(1)


def submit(env, project, *more):
    said = must("./penstock", "submit", project, "--author", "linus", "--store", f"{STORE}-{project}", "--wait",
                "-p", f"s3-endpoint={S3_INSIDE}", *more, env=env)
    return re.search(rf"{project}-[a-z0-9-]+", said).group()


def serve(project):
    must("helm", "upgrade", "--install", project, "helm/penstock-serving", "-n", "penstock-serving",
         "-f", "helm/penstock-serving/ci/trying-values.yaml", "-f", f"{IMAGES}/serving-values.yaml", "--set", f"store={STORE}-{project}")


def learnt(env, work, project, config=(), parameters=(), class_path=""):
    serve(project)
    name = submit(env, project, "--serving", f"penstock-serving/{project}", *config, *parameters)
    must("./penstock", "approve", name, "--cluster", "--as", "ada", "--reason", "read the report", "--wait",
         env={**env, "PENSTOCK_STORE": f"{STORE}-{project}"})
    with one_at_a_time:
        here = local(work, project, *config, env={"PENSTOCK_CLASS_PATH": class_path})
    there = nodes(name)
    same = compare({step: it for step, it in here.items() if step not in MADE_BY_HAND and it["outputs"]}, there)
    with forwarded("penstock-serving", f"svc/{project}", 80) as service:
        served = ask(service, "/v1/model")["model"]
    if served != outputs(there["train"])["model"]:
        raise AssertionError(f"{project} serves {served}, not the model of {name}")
    must("helm", "uninstall", project, "-n", "penstock-serving")
    return name, f"{same}; served"


def asset_mode(env, work):
    config = settings(work, "asset-mode", "asset-mode", network=(r"^(    - \{name: boosting.*)$", rf"\1\n    - {NETWORK}"))
    name, what = learnt(env, work, "asset-mode", ("--config", config), ("-p", f"image-train={image('train-network')}"),
                        str(HERE / "images/train-network/target/lib/*"))
    trials = work / "trials.json"
    must("./penstock", "get", outputs(nodes(name)["train"])["trials"], "--to", trials, env={**env, "PENSTOCK_STORE": f"{STORE}-asset-mode"})
    if '"network"' not in trials.read_text(encoding="utf-8"):
        raise AssertionError(f"no network was tried: {trials.read_text(encoding='utf-8')}")
    return name, what + ", a network was tried"


def smart_thermostat(env, work):
    name, what = learnt(env, work, "smart-thermostat")
    return name, f"{what}, {outputs(nodes(name)['score'])['listed']} customers ranked"


def country_data(env, work):
    lists = {
        "airports.csv": "id,ident,iso_country\n1,NAWH,NA\n2,FRPA,FR\n3,CIAB,CI\n4,NLAM,NL\n5,FRNI,FR\n",
        "countries.csv": "id,code,name\n1,NA,Namibia\n2,FR,France\n3,CI,Côte d'Ivoire\n4,NL,Netherlands\n",
    }
    for file, text in lists.items():
        (work / file).write_text(text, encoding="utf-8")
        s3(env, "PUT", f"lists/{file}", text.encode())
    vendor = (HERE / ".ci/vendor.yaml").read_text(encoding="utf-8").replace("IMAGE", image("gather"))
    must("kubectl", "apply", "-f", "-", stdin=vendor)
    must("kubectl", "wait", "-n", "penstock-s3", "pod/vendor", "--for=condition=Ready", "--timeout=180s")
    config = settings(work, "country-data", "country-data", vendor=(r"^  # vendor:.*$", "  vendor: http://vendor.penstock-s3.svc:8080"))
    name = submit(env, "country-data", "--config", config, "-p", "despite-office-hours=true", "-p", "source=s3://penstock/lists/airports.csv")
    there = nodes(name)
    with one_at_a_time:
        here = local(work, "country-data", "--data", work / "airports.csv")
    here["gather"]["outputs"].pop("report")  # which names the vendor and the hour
    same = compare({"gather": here["gather"]}, there)
    asked = re.findall(r"call \d+ (\S+)", must("kubectl", "logs", "-n", "penstock-s3", "vendor"))
    if asked != ["CI", "FR", "NA", "NL", "/revenues"] or outputs(there["upload"])["uploaded"] != "true":
        raise AssertionError(f"the vendor was asked {asked}, and upload said {outputs(there['upload'])}")
    must("kubectl", "delete", "--now", "-f", "-", stdin=vendor)
    return name, f"{same}; four keys asked once, CI is missing, the file is handed in"


def main(work, chosen):
    every = {
        "asset-mode": asset_mode,
        "smart-thermostat": smart_thermostat,
        "customer-risk": lambda env, work: learnt(env, work, "customer-risk"),
        "hospital-load": lambda env, work: learnt(env, work, "hospital-load"),
        "country-data": country_data,
    }
    began = time.monotonic()
    with forwarded("penstock-s3", "svc/s3", 9000) as endpoint, ThreadPoolExecutor() as pool:
        env = environment(work, endpoint)
        runs = {project: pool.submit(every[project], env, work) for project in chosen or every}
        problems = []
        for project, run in runs.items():
            try:
                name, what = run.result()
                print(f"  {name}: {what} ({time.monotonic() - began:.0f} s)", flush=True)
            except Exception as e:  # the others are of interest all the same
                problems.append(f"{project}: {e}")
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2:])
