// Written so that any Node can read it: says in one sentence what is missing, before a newer syntax would fail with many.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
	console.error(
		`Alongside runs on Node 24, and this is Node ${process.versions.node}. On Linux, "npm ci" brings Node 24 along (leave optional packages on); elsewhere, install Node 24 and start again.`,
	)
	process.exit(1)
}
